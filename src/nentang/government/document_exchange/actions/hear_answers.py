"""Note what other installations answered over the bus."""

from collections.abc import Sequence
from datetime import datetime

from nentang.government.document_exchange.adapters.wire import Answer
from nentang.government.document_exchange.enums import DeliveryState
from nentang.government.document_exchange.models import Delivery, Installation
from nentang.government.document_exchange.queries import trusted_by
from nentang.kernel.frozen import Frozen

from ._note_answer import LATE, Outcome, note_answers, read_answer
from .transmit_waiting import note_heard


class Heard(Frozen):
    """An answer, and what it is about. Who said it is known by the signature in it alone."""

    message_id: str
    receiver_code: str
    answer: Answer


def hear_answers(*, sender: str, heard: Sequence[Heard], at: datetime) -> int:
    """How many deliveries this ended. What is about nothing that waits, or was heard before, changes nothing.

    No audit but of refusals, as when the answer comes over HTTP.
    """
    installation = Installation.objects.filter(url=f"nats:{sender}", is_open=True).first()
    if installation is None:
        return 0
    waiting = _waiting(installation, heard)
    trusted = trusted_by(installation.pk)
    outcomes: dict[int, Outcome] = {}  # several answers to one: a receipt counts most
    for each in heard:
        delivery = waiting.get((each.message_id, each.receiver_code))
        if delivery is None:
            continue
        outcome = read_answer(delivery, each.answer, trusted, at=at)
        if outcome.receipt or delivery.pk not in outcomes:
            outcomes[delivery.pk] = outcome
    done = note_answers(list(outcomes.values()), at=at)
    note_heard(installation, at)
    return done


def _waiting(installation: Installation, heard: Sequence[Heard]) -> dict[tuple[str, str], Delivery]:
    found = Delivery.objects.filter(
        consignment__envelope__message_id__in={each.message_id for each in heard},
        receiver__installation=installation,
        state__in=[DeliveryState.WAITING, *LATE],
    ).select_related("consignment__envelope", "consignment__sender", "receiver")
    return {
        (each.consignment.envelope.message_id, each.receiver.code): each
        for each in found
        if each.consignment.envelope
    }
