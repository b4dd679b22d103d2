"""Counts of land that everybody may read."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from nentang.government.land.models import Uses
from nentang.government.land.rules.land_uses import land_uses_law
from nentang.government.land.rules.tolerances import FIRST_RULED

from .parcels import on_map


def parcels_by_use(on: date) -> Sequence[tuple[str, int]]:
    """Parcels on the map by their first purpose of use."""
    rows = Uses.objects.filter(superseded_at=None, valid_from__lte=on, record__in=on_map(on))
    counts = Counter(
        entries[0]["code"]
        for entries in rows.exclude(valid_to__lte=on).values_list("entries", flat=True).iterator()
        if entries
    )
    known = land_uses_law().in_force(on=max(on, FIRST_RULED)).by_code
    return [(use.vi, counts[code]) for code, use in known.items() if counts[code]]
