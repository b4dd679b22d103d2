"""Hand over what is signed and due, installation by installation."""

import json
from contextlib import ExitStack
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.documents.public import open_file
from nentang.government.document_exchange.adapters.line import Line, line_to
from nentang.government.document_exchange.adapters.wire import Answer, Letter
from nentang.government.document_exchange.enums import DeliveryState
from nentang.government.document_exchange.errors import AttachmentsMissing, OtherSideAway
from nentang.government.document_exchange.models import (
    ConsignmentFile,
    Delivery,
    Installation,
)
from nentang.government.document_exchange.queries import trusted_by
from nentang.government.document_exchange.rules.edxml.verify import TrustedCertificate
from nentang.government.document_exchange.rules.retry import wait_after
from nentang.kernel.errors import DomainError

from ._note_answer import Outcome, note_answers, read_answer
from ._within import Within
from .take_part import LARGEST_PART

BATCH = 50  # answers that are written in one transaction


def transmit_waiting(*, at: datetime, limit: int = 500) -> int:
    """How many got a receipt. What got none is tried again later; an installation that is away waits as a whole."""
    due = [each for each in Installation.objects.order_by("pk") if each.is_due(at)]
    return sum(_transmit(each, at, limit) for each in due)


def _transmit(installation: Installation, at: datetime, limit: int) -> int:
    ids = _due(installation, at, limit)
    if not ids:
        return 0
    trusted = trusted_by(installation.pk)
    done = 0
    with ExitStack() as stack:
        line = (
            Within(installation, at)
            if installation.is_here
            else stack.enter_context(line_to(installation.url))
        )
        for start in range(0, len(ids), BATCH):
            batch = _batch(ids[start : start + BATCH])
            outcomes, is_away = _hand_over(batch, line, trusted, at)
            done += note_answers(outcomes, at=at)
            if (
                outcomes or not is_away
            ):  # what was lost behind an answer is no sign of a side that is off
                is_answer = not all(each.is_under_way for each in outcomes)
                note_heard(installation, at, is_answer=is_answer)
            if is_away:
                _note_away(installation, at)
                break
    return done


def _due(installation: Installation, at: datetime, limit: int) -> list[int]:
    """The longest waiting of each receiver, every receiver with its share."""
    due = Delivery.objects.filter(state=DeliveryState.WAITING, next_try_at__lte=at)
    there = due.filter(receiver__installation=installation).order_by("receiver")
    receivers = list(there.values_list("receiver", flat=True).distinct()[:limit])
    signed = due.filter(consignment__envelope__isnull=False).order_by("next_try_at", "pk")
    share = limit // max(1, len(receivers))
    return [
        pk
        for receiver in receivers
        for pk in signed.filter(receiver=receiver).values_list("pk", flat=True)[:share]
    ]


def _batch(ids: list[int]) -> list[Delivery]:
    found = Delivery.objects.filter(pk__in=ids, state=DeliveryState.WAITING)
    return list(
        found.select_related("consignment__envelope", "consignment__sender", "receiver").order_by(
            "next_try_at", "pk"
        )
    )


def _hand_over(
    batch: list[Delivery],
    line: Line | Within,
    trusted: tuple[TrustedCertificate, ...],
    at: datetime,
) -> tuple[list[Outcome], bool]:
    """What came of each, and whether the other side went away in between."""
    outcomes: list[Outcome] = []
    for delivery in batch:
        try:
            answer = _put(delivery, line, at)
        except OtherSideAway:
            return outcomes, True
        outcomes.append(read_answer(delivery, answer, trusted, at=at))
    return outcomes, False


def _put(delivery: Delivery, line: Line | Within, at: datetime) -> Answer | None:
    envelope = delivery.consignment.envelope
    if envelope is None:  # only signed ones are chosen
        raise OtherSideAway
    letter = Letter(
        envelope.message_id, delivery.receiver.code, bytes(envelope.content), delivery.tries
    )
    is_told_before = delivery.problem == AttachmentsMissing.code
    answer = None if is_told_before else line.put_message(letter)
    if not is_told_before and (answer is None or answer.code != AttachmentsMissing.code):
        return answer
    try:
        for attached in delivery.consignment.files.select_related("file"):
            _put_parts(line, attached, at)
    except OtherSideAway:
        raise
    except DomainError as fault:  # one file that is not taken holds up nothing else
        return Answer(422, json.dumps({"code": fault.code}).encode())
    return line.put_message(letter)


def _put_parts(line: Line | Within, attached: ConsignmentFile, at: datetime) -> None:
    """From where the other side stands to the end."""
    sha256, size = attached.file.sha256, attached.file.size
    received = line.part_received(sha256, size)
    with open_file(file_id=attached.file_id, actor=SYSTEM, at=at).content as file:
        for _part in range(size // LARGEST_PART + 3):
            if received >= size:
                return
            file.seek(received)
            received = line.put_part(sha256, size, received, file.read(LARGEST_PART))


@transaction.atomic
def _note_away(installation: Installation, at: datetime) -> None:
    found = Installation.objects.select_for_update().get(pk=installation.pk)
    found.failures += 1
    found.next_try_at = at + wait_after(found.failures)
    found.save(update_fields=["failures", "next_try_at"])


def note_heard(installation: Installation, at: datetime, *, is_answer: bool = True) -> None:
    """It can be reached; `is_answer` where it said something itself."""
    heard = {"heard_at": at} if is_answer else {}
    Installation.objects.filter(pk=installation.pk).update(failures=0, next_try_at=None, **heard)
