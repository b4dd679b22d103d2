"""What this installation says of the messages of a day, as sender and as receiver."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from nentang.government.document_exchange.models import Arrival, DayProof, Delivery, Participant
from nentang.government.document_exchange.rules.merkle import buckets_of, root_of
from nentang.kernel.frozen import Frozen


class PairDay(Frozen):
    """Messages from one body to another on a day, as one side has them."""

    sender: str
    receiver: str
    count: int
    root: str


def pairs_of_day(
    day: date, *, with_installation: int, we_send: bool
) -> dict[tuple[str, str], PairDay]:
    """Every pair of a body of ours and one over there that had messages; as sender or as receiver."""
    names: dict[tuple[str, str], list[str]] = {}
    for sender, receiver, name in _rows(day, with_installation, we_send):
        names.setdefault((sender, receiver), []).append(name)
    return {
        (sender, receiver): PairDay(sender, receiver, len(found), root_of(found))
        for (sender, receiver), found in sorted(names.items())
    }


def buckets_between(
    day: date, sender: Participant, receiver: Participant, *, as_sender: bool
) -> tuple[str, ...]:
    """The roots of the 256 buckets of that pair and day."""
    return buckets_of(
        name for name, _document in names_between(day, sender, receiver, as_sender=as_sender)
    )


def bucket_of(
    day: date, sender: Participant, receiver: Participant, *, as_sender: bool, number: int
) -> dict[str, str]:
    """The messages of one bucket, each with the identifier of its document."""
    start = f"{number:02x}"
    found = names_between(day, sender, receiver, as_sender=as_sender, start=start)
    return dict(found)


def names_between(
    day: date, sender: Participant, receiver: Participant, *, as_sender: bool, start: str = ""
) -> Iterable[tuple[str, str]]:
    """Name and document of each message of that pair and day."""
    if as_sender:
        sent = Delivery.objects.filter(
            receiver=receiver, received_on=day, consignment__sender=sender
        )
        sent = sent.filter(consignment__envelope__message_id__startswith=start)
        return sent.values_list("consignment__envelope__message_id", "consignment__document_id")
    came = Arrival.objects.filter(sender=sender, receiver=receiver, received_on=day)
    return came.filter(message_id__startswith=start).values_list("message_id", "document_id")


def proofs_of(organization_id: int, day: date) -> QuerySet[DayProof]:
    """What was compared for the body's pairs of that day."""
    ours = DayProof.objects.filter(day=day, sender__organization=organization_id)
    theirs = DayProof.objects.filter(day=day, receiver__organization=organization_id)
    both = ours | theirs
    found = both.select_related("sender", "receiver").prefetch_related("differences")
    return found.distinct().order_by("sender__folded", "receiver__folded")


def _rows(day: date, with_installation: int, we_send: bool) -> Iterable[tuple[str, str, str]]:
    if we_send:
        sent = Delivery.objects.filter(received_on=day, receiver__installation=with_installation)
        return sent.values_list(
            "consignment__sender__code", "receiver__code", "consignment__envelope__message_id"
        )
    came = Arrival.objects.filter(received_on=day, sender__installation=with_installation)
    return came.values_list("sender__code", "receiver__code", "message_id")
