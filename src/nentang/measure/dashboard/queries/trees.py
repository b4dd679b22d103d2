"""The tree under which a pack speaks."""

from datetime import date

from nentang.measure.dashboard.models import BriefingPack
from nentang.measure.indicators.public import Geography, Tree, day_of, tree_on


def tree_of(geography: str, today: date) -> Tree:
    """The tree of that geography, seen on that day."""
    return tree_on(day_of(Geography(geography), today))


def tree_of_pack(pack: BriefingPack, today: date) -> Tree:
    """The tree of the pack's geography."""
    return tree_of(pack.geography, today)
