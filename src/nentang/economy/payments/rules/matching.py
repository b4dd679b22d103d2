"""Three books of one day: what we booked, what the gateways tell, what the treasury has.

A movement is known by its gateway and transaction. Statements come later than money: a source is
`complete` for the day once all the files are there in which the day's movements may still stand.
"""

from collections.abc import Mapping

from nentang.economy.payments.enums import BreakKind
from nentang.kernel.frozen import Frozen

Movement = tuple[str, str]  # gateway, transaction
Book = Mapping[Movement, int]  # đồng


class Difference(Frozen):
    """What does not agree about one movement; None where a book says nothing of it."""

    kind: BreakKind
    booked: int | None
    told: int | None
    at_treasury: int | None


def compare(
    ours: Book,
    told: Book,
    treasury: Book,
    *,
    complete_gateways: frozenset[str],
    is_treasury_complete: bool,
) -> dict[Movement, Difference]:
    """Every movement on which the three books disagree, with what each says."""
    found: dict[Movement, Difference] = {}
    for movement in ours.keys() | told.keys() | treasury.keys():
        sums = (ours.get(movement), told.get(movement), treasury.get(movement))
        kind = _kind(sums, movement[0] in complete_gateways, is_treasury_complete)
        if kind:
            found[movement] = Difference(kind, *sums)
    return found


def _kind(
    sums: tuple[int | None, int | None, int | None],
    is_gateway_complete: bool,
    is_treasury_complete: bool,
) -> BreakKind | None:
    booked, told, at_treasury = sums
    if len({each for each in sums if each is not None}) > 1:
        return BreakKind.AMOUNTS_DIFFER
    if booked is None:
        return BreakKind.NOT_BOOKED
    if told is None and is_gateway_complete:
        return BreakKind.NOT_AT_GATEWAY
    if at_treasury is None and is_treasury_complete:
        return BreakKind.NOT_AT_TREASURY
    return None
