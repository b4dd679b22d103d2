"""Compare the days with every installation: what one side has and the other has not is named."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from nentang.government.document_exchange.adapters.line import Line, line_to
from nentang.government.document_exchange.enums import DeliveryState
from nentang.government.document_exchange.errors import OtherSideAway
from nentang.government.document_exchange.models import (
    DayDifference,
    DayProof,
    Delivery,
    Installation,
    Participant,
)
from nentang.government.document_exchange.queries import (
    PairDay,
    bucket_of,
    buckets_between,
    pairs_of_day,
)
from nentang.government.document_exchange.rules.merkle import BUCKETS, differing, root_of
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen

DAYS = 7
MOST_NAMED = 200  # differences of a pair and day that are written down
Pairs = dict[tuple[str, str], PairDay]
EMPTY = root_of(())


class OtherSide(Frozen):
    """How the other side is asked: for its pairs, the roots of buckets, the messages of one."""

    pairs: Callable[[date, bool], Pairs]
    buckets: Callable[[date, Participant, Participant, bool], tuple[str, ...]]
    bucket: Callable[[date, Participant, Participant, bool, int], dict[str, str]]


def prove_days(*, at: datetime, days: int = DAYS) -> int:
    """How many pairs and days were compared: today and the days before; what is equal by then is not asked again."""
    today = legal_day(at)
    compared = 0
    for installation in Installation.objects.filter(is_open=True).order_by("pk"):
        for back in range(days + 1):
            compared += _prove(installation, today - timedelta(days=back), at)
    return compared


def _prove(installation: Installation, day: date, at: datetime) -> int:
    if installation.is_here:
        return _compare(installation, day, _ourselves(installation), at)
    try:
        with line_to(installation.url) as line:
            return _compare(installation, day, _over(line), at)
    except OtherSideAway:
        return 0


def _ourselves(installation: Installation) -> OtherSide:
    return OtherSide(
        pairs=lambda day, we_send: pairs_of_day(
            day, with_installation=installation.pk, we_send=not we_send
        ),
        buckets=lambda day, sender, receiver, we_send: buckets_between(
            day, sender, receiver, as_sender=not we_send
        ),
        bucket=lambda day, sender, receiver, we_send, number: bucket_of(
            day, sender, receiver, as_sender=not we_send, number=number
        ),
    )


def _over(line: Line) -> OtherSide:
    def side(we_send: bool) -> str:
        return "received" if we_send else "sent"

    def pairs(day: date, we_send: bool) -> Pairs:
        told = line.get(f"/proofs/{day.isoformat()}?side={side(we_send)}")
        return {(p.sender, p.receiver): p for p in map(_pair, _list(told, "pairs"))}

    def buckets(
        day: date, sender: Participant, receiver: Participant, we_send: bool
    ) -> tuple[str, ...]:
        path = f"/proofs/{day.isoformat()}/{sender.code}/{receiver.code}"
        found = _list(line.get(f"{path}?side={side(we_send)}"), "buckets")
        if len(found) != BUCKETS:
            raise OtherSideAway
        return tuple(map(str, found))

    def bucket(
        day: date, sender: Participant, receiver: Participant, we_send: bool, number: int
    ) -> dict[str, str]:
        path = f"/proofs/{day.isoformat()}/{sender.code}/{receiver.code}/{number}"
        found = _list(line.get(f"{path}?side={side(we_send)}"), "messages")
        return {str(each["id"])[:64]: str(each["document"])[:120] for each in found}

    return OtherSide(pairs, buckets, bucket)


def _list(told: dict[str, Any], name: str) -> list[Any]:
    found = told.get(name)
    if not isinstance(found, list):
        raise OtherSideAway
    return found


def _pair(told: Any) -> PairDay:
    try:
        return PairDay(
            str(told["sender"]), str(told["receiver"]), int(told["count"]), str(told["root"])[:64]
        )
    except (KeyError, TypeError, ValueError) as fault:
        raise OtherSideAway from fault


def _compare(installation: Installation, day: date, other: OtherSide, at: datetime) -> int:
    """As sender and as receiver; within this installation the two are one comparison."""
    compared = 0
    for we_send in (True,) if installation.is_here else (True, False):
        ours = pairs_of_day(day, with_installation=installation.pk, we_send=we_send)
        theirs = other.pairs(day, we_send)
        for key in sorted({*ours, *theirs}):
            compared += _compare_pair(
                key, day, (ours.get(key), theirs.get(key)), we_send, other, at
            )
    return compared


def _compare_pair(
    key: tuple[str, str],
    day: date,
    said: tuple[PairDay | None, PairDay | None],
    we_send: bool,
    other: OtherSide,
    at: datetime,
) -> int:
    found = {each.code: each for each in Participant.objects.filter(code__in=key)}
    if len(found) < len(set(key)):
        return 0
    sender, receiver = found[key[0]], found[key[1]]
    ours, theirs = (each or PairDay(*key, 0, EMPTY) for each in said)
    differences: list[DayDifference] = []
    if ours.root != theirs.root:
        differences = list(_differences(day, sender, receiver, we_send, other))
    _keep(day, sender, receiver, ours, theirs, differences, at)
    return 1


def _differences(
    day: date, sender: Participant, receiver: Participant, we_send: bool, other: OtherSide
) -> list[DayDifference]:
    ours = buckets_between(day, sender, receiver, as_sender=we_send)
    theirs = other.buckets(day, sender, receiver, we_send)
    found: list[DayDifference] = []
    for number in differing(ours, theirs):
        here = bucket_of(day, sender, receiver, as_sender=we_send, number=number)
        there = other.bucket(day, sender, receiver, we_send, number)
        for name in sorted(here.keys() ^ there.keys()):
            is_here = name in here
            found.append(
                DayDifference(
                    message_id=name,
                    document_id=here[name] if is_here else there[name],
                    is_here=is_here,
                    is_explained=not is_here and we_send and _is_on_its_way(name, receiver),
                )
            )
        if len(found) >= MOST_NAMED:
            break
    return found[:MOST_NAMED]


def _is_on_its_way(name: str, receiver: Participant) -> bool:
    """They have it; only their receipt has not come here yet."""
    return Delivery.objects.filter(
        consignment__envelope__message_id=name, receiver=receiver, state=DeliveryState.WAITING
    ).exists()


@transaction.atomic
def _keep(
    day: date,
    sender: Participant,
    receiver: Participant,
    ours: PairDay,
    theirs: PairDay,
    differences: list[DayDifference],
    at: datetime,
) -> None:
    proof, _made = DayProof.objects.update_or_create(
        day=day,
        sender=sender,
        receiver=receiver,
        defaults={
            "our_count": ours.count,
            "our_root": ours.root,
            "their_count": theirs.count,
            "their_root": theirs.root,
            "compared_at": at,
        },
    )
    proof.differences.all().delete()
    for each in differences:
        each.proof = proof
    DayDifference.objects.bulk_create(differences)
