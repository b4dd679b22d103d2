"""Compare three books of a day: ours, the gateways', the treasury's."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.economy.payments.enums import BreakKind, Resolution
from nentang.economy.payments.models import Break
from nentang.economy.payments.queries import books_of
from nentang.economy.payments.rules.matching import Difference, Movement, compare

from .close_break import close_break
from .open_break import open_break

BY_MATCHING = (
    BreakKind.NOT_BOOKED,
    BreakKind.NOT_AT_GATEWAY,
    BreakKind.NOT_AT_TREASURY,
    BreakKind.AMOUNTS_DIFFER,
)


def match_day(*, day: date, at: datetime) -> int:
    """How many movements of the day disagree; each is an open break. Those that agree by now are closed.

    Run again it changes nothing. Money known as a break of another kind is not told twice.
    """
    books = books_of(day)
    differing = compare(
        books.ours,
        books.told,
        books.treasury,
        complete_gateways=books.complete_gateways,
        is_treasury_complete=books.is_treasury_complete,
    )
    for movement, difference in differing.items():
        if movement not in books.known_breaks:
            _open(movement, difference, books.payees.get(movement), day, at)
    _close_agreed(day, differing, at)
    return len(differing)


def _open(
    movement: Movement, difference: Difference, payee_id: int | None, day: date, at: datetime
) -> None:
    open_break(
        found=Break(
            kind=difference.kind,
            gateway=movement[0],
            transaction=movement[1],
            day=day,
            booked=difference.booked,
            told=difference.told,
            at_treasury=difference.at_treasury,
            payee_id=payee_id,
        ),
        at=at,
    )


def _close_agreed(day: date, differing: dict[Movement, Difference], at: datetime) -> None:
    """Those whose reason is gone: the books agree, or disagree about something else now."""
    for found in Break.objects.unresolved().filter(day=day, kind__in=BY_MATCHING):
        now = differing.get((found.gateway, found.transaction))
        if (now is None or now.kind != found.kind) and not found.refunds.exists():
            with transaction.atomic():
                close_break(found=found, resolution=Resolution.AGREED, actor=SYSTEM, at=at)
