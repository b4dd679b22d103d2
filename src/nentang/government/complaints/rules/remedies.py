"""What a decision on a complaint orders for the dossier."""

from collections.abc import Mapping

from nentang.government.complaints.enums import Remedy, Verdict
from nentang.government.services.public import RedressKind

ORDERS: Mapping[str, RedressKind] = {
    Remedy.FINISH: RedressKind.FINISH,
    Remedy.TAKE_IN: RedressKind.TAKE_IN,
    Remedy.DECIDE_ANEW: RedressKind.DECIDE_ANEW,
    Remedy.REFUND: RedressKind.REFUND,
    Remedy.APOLOGISE: RedressKind.APOLOGISE,
}


def ordered_by(verdict: str, remedy: str) -> RedressKind | None:
    """The order; None where the complaint was wrong or everything stays as it is."""
    if verdict not in (Verdict.RIGHT, Verdict.PARTLY):
        return None
    return ORDERS.get(remedy)
