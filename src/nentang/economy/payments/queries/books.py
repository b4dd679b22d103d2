"""Reads of breaks, refunds, statements, and the three books of a day."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from datetime import time as clock_time

from django.db.models import Count, Q, QuerySet, Sum

from nentang.agreements.actor import Actor
from nentang.economy.payments.enums import DESK_ROLES, KEEPER, TREASURY, RefundState
from nentang.economy.payments.errors import BreakNotFound, RefundNotFound
from nentang.economy.payments.models import (
    Booking,
    Break,
    PayeeAccount,
    Refund,
    Statement,
    StatementLine,
)
from nentang.economy.payments.rules.matching import Movement
from nentang.economy.payments.rules.statements import Line
from nentang.economy.payments.rules.terms import STATEMENT_DAYS
from nentang.kernel.clock import at_local
from nentang.kernel.frozen import Frozen


def lock_break(code: str) -> Break:
    """The open break, held until the transaction ends; BreakNotFound."""
    found = Break.objects.unresolved().select_for_update(of=("self",)).select_related("case")
    try:
        return found.get(code=code)
    except Break.DoesNotExist:
        raise BreakNotFound from None


def break_by_code(code: str) -> Break:
    """The break, open or not; BreakNotFound."""
    try:
        return Break.objects.select_related("case", "payee", "request").get(code=code)
    except Break.DoesNotExist:
        raise BreakNotFound from None


def breaks_of(actor: Actor, *, limit: int = 50) -> list[Break]:
    """Open breaks of the bodies in which the actor reads payments, and for administrators of nobody's.

    The oldest first.
    """
    theirs = Q(payee_id__in=actor.organizations(*DESK_ROLES))
    if actor.has_role(KEEPER):
        theirs |= Q(payee=None)
    found = Break.objects.unresolved().filter(theirs).select_related("request")
    return list(found.order_by("pk")[:limit])


def lock_refund(code: str, state: RefundState) -> Refund:
    """The refund in that state, held until the transaction ends; RefundNotFound."""
    found = Refund.objects.select_for_update(of=("self",)).select_related("unbooked__case")
    try:
        return found.get(code=code, state=state)
    except Refund.DoesNotExist:
        raise RefundNotFound from None


def refund_by_code(code: str) -> Refund:
    """The refund; RefundNotFound."""
    try:
        return Refund.objects.get(code=code)
    except Refund.DoesNotExist:
        raise RefundNotFound from None


def refunds_of(actor: Actor, *, before_id: int | None = None, limit: int = 50) -> list[Refund]:
    """Refunds of the bodies in which the actor reads payments, newest first, a page by key."""
    found = Refund.objects.filter(payee_id__in=actor.organizations(*DESK_ROLES))
    if before_id:
        found = found.filter(pk__lt=before_id)
    return list(found.select_related("booking__request", "unbooked").order_by("-pk")[:limit])


def payees_of(lines: Iterable[Line]) -> dict[tuple[str, str], int]:
    """Whose accounts they are, by bank and number; the latest holder of each."""
    numbers = {line.account for line in lines}
    accounts = PayeeAccount.objects.filter(account_number__in=numbers).order_by("valid_from")
    return {(each.bank_bin, each.account_number): each.organization_id for each in accounts}


class Books(Frozen):
    """The three books of one day, in đồng by movement, and what is known beside them."""

    ours: dict[Movement, int]
    told: dict[Movement, int]
    treasury: dict[Movement, int]
    payees: dict[Movement, int]
    known_breaks: frozenset[Movement]
    complete_gateways: frozenset[str]
    is_treasury_complete: bool


def books_of(day: date) -> Books:
    """All movements of that day. A movement that another book has on a neighbouring day is found there."""
    ours, payees = _ours(day)
    lines = StatementLine.objects.filter(statement__day=day).exclude(statement__source=TREASURY)
    told = {(line.gateway, line.transaction): line.amount for line in lines}
    payees |= {(line.gateway, line.transaction): line.payee_id for line in lines if line.payee_id}
    own, elsewhere = _booked_on_other_days(told.keys() - ours.keys())
    said = told | _lines_of(ours.keys() - told.keys(), ~Q(statement__source=TREASURY))
    movements = ours.keys() | said.keys()
    return Books(
        ours=ours | own,
        told=said,
        treasury=_lines_of(movements, Q(statement__source=TREASURY)),
        payees=payees | elsewhere,
        known_breaks=_known_breaks(movements),
        complete_gateways=_complete_gateways(day),
        is_treasury_complete=_is_complete(TREASURY, day, STATEMENT_DAYS["treasury"]),
    )


def _ours(day: date) -> tuple[dict[Movement, int], dict[Movement, int]]:
    """What came and went through gateways on that day, and whose it is."""
    begins, ends = (at_local(each, clock_time()) for each in (day, day + timedelta(days=1)))
    came = Booking.objects.filter(booked_at__gte=begins, booked_at__lt=ends).exclude(transaction="")
    went = _gone_back().filter(done_at__gte=begins, done_at__lt=ends)
    sums: dict[Movement, int] = {}
    payees: dict[Movement, int] = {}
    for booking in came.select_related("request"):
        movement = (booking.gateway, booking.transaction)
        sums[movement], payees[movement] = booking.amount, booking.request.payee_id
    for refund in went:
        movement = (refund.gateway, refund.code)
        sums[movement], payees[movement] = -refund.amount, refund.payee_id
    return sums, payees


def _gone_back() -> QuerySet[Refund]:
    return Refund.objects.filter(state=RefundState.DONE).exclude(transaction="")


def _booked_on_other_days(
    movements: Collection[Movement],
) -> tuple[dict[Movement, int], dict[Movement, int]]:
    """Of these movements those that we booked on another day, and whose they are."""
    codes = [transaction for _gateway, transaction in movements]
    sums: dict[Movement, int] = {}
    payees: dict[Movement, int] = {}
    for booking in Booking.objects.filter(transaction__in=codes).select_related("request"):
        movement = (booking.gateway, booking.transaction)
        sums[movement], payees[movement] = booking.amount, booking.request.payee_id
    for refund in _gone_back().filter(code__in=codes):
        movement = (refund.gateway, refund.code)
        sums[movement], payees[movement] = -refund.amount, refund.payee_id
    return sums, payees


def _lines_of(movements: Collection[Movement], where: Q) -> dict[Movement, int]:
    wanted = [transaction for _gateway, transaction in movements]
    lines = StatementLine.objects.filter(where, transaction__in=wanted)
    return {(line.gateway, line.transaction): line.amount for line in lines}


def _known_breaks(movements: Collection[Movement]) -> frozenset[Movement]:
    """Movements that a gateway told and nobody could book: people look at them already."""
    wanted = [transaction for _gateway, transaction in movements]
    found = Break.objects.filter(transaction__in=wanted).exclude(told=None).filter(booked=None)
    kinds = found.exclude(kind="not_booked")
    return frozenset(kinds.values_list("gateway", "transaction"))


def _complete_gateways(day: date) -> frozenset[str]:
    names = Statement.objects.filter(day=day).exclude(source=TREASURY)
    return frozenset(
        name
        for name in names.values_list("source", flat=True)
        if _is_complete(name, day, STATEMENT_DAYS["gateway"])
    )


def _is_complete(source: str, day: date, days: int) -> bool:
    """Whether every file of the source is in, in which a movement of that day may still stand."""
    last = day + timedelta(days=days)
    there = Statement.objects.filter(source=source, day__gte=day, day__lte=last)
    return there.count() == days + 1


class MatchedDay(Frozen):
    """One day of a body in three books: sums in đồng (None without a file), and its open breaks."""

    day: date
    booked: int
    told: int | None
    at_treasury: int | None
    breaks: int


def matched_days(actor: Actor, *, until: date, days: int = 31) -> list[MatchedDay]:
    """The last days of the actor's bodies, newest first; six queries."""
    bodies = actor.organizations(*DESK_ROLES)
    since = until - timedelta(days=days - 1)
    booked = _booked_by_day(bodies, since, until)
    lines = StatementLine.objects.filter(
        payee_id__in=bodies, statement__day__gte=since, statement__day__lte=until
    )
    files = Statement.objects.filter(day__gte=since, day__lte=until)
    told = _by_day(lines.exclude(statement__source=TREASURY), files.exclude(source=TREASURY))
    treasury = _by_day(lines.filter(statement__source=TREASURY), files.filter(source=TREASURY))
    breaks = Break.objects.unresolved().filter(payee_id__in=bodies, day__gte=since, day__lte=until)
    open_ones = dict(breaks.values_list("day").annotate(number=Count("pk")))
    every = (until - timedelta(days=back) for back in range(days))
    rows = (
        MatchedDay(d, booked.get(d, 0), told.get(d), treasury.get(d), open_ones.get(d, 0))
        for d in every
    )
    return [row for row in rows if row.booked or row.told or row.at_treasury or row.breaks]


def _by_day(lines: QuerySet[StatementLine], files: QuerySet[Statement]) -> dict[date, int | None]:
    """Sums of the days for which there is a file."""
    none_moved: dict[date, int | None] = dict.fromkeys(files.values_list("day", flat=True), 0)
    return none_moved | dict(lines.values_list("statement__day").annotate(sum=Sum("amount")))


def _booked_by_day(bodies: Collection[int], since: date, until: date) -> dict[date, int]:
    """What came through gateways less what went back, by legal day."""
    begins = at_local(since, clock_time())
    ends = at_local(until + timedelta(days=1), clock_time())
    came = Booking.objects.filter(
        request__payee_id__in=bodies, booked_at__gte=begins, booked_at__lt=ends
    ).exclude(transaction="")
    went = _gone_back().filter(payee_id__in=bodies, done_at__gte=begins, done_at__lt=ends)
    sums: dict[date, int] = {}
    for day, amount in came.values_list("booked_at__date").annotate(sum=Sum("amount")):
        sums[day] = sums.get(day, 0) + amount
    for day, amount in went.values_list("done_at__date").annotate(sum=Sum("amount")):
        sums[day] = sums.get(day, 0) - amount
    return sums


def awaiting_decision(actor: Actor) -> int:
    """How many refunds a leader of these bodies could decide."""
    bodies = actor.organizations("leader")
    waiting = Refund.objects.filter(payee_id__in=bodies, state=RefundState.ASKED)
    return waiting.exclude(asked_by=actor.account_id or 0).count()
