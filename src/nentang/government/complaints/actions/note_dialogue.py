"""Note a dialogue that was held."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.government.complaints.errors import DialogueInFuture, ReasonMissing
from nentang.government.complaints.models import Complaint, Dialogue
from nentang.government.complaints.permissions import check_handles
from nentang.government.complaints.queries import complaint_to_change
from nentang.kernel.clock import legal_day


def note_dialogue(
    *, code: str, held_on: date, minutes: str, actor: Actor, at: datetime
) -> Dialogue:
    """The dialogue with what was said; the person reads it too.

    Raises ReasonMissing, DialogueInFuture, NotYourComplaint, WorkedOnIt, StepNotPossible.
    """
    if not minutes.strip():
        raise ReasonMissing
    with transaction.atomic():
        complaint = complaint_to_change(code)
        check_handles(actor, complaint, "hold_dialogue", at=at)
        _check_was_held(complaint, held_on, at)
        advance(complaint, "hold_dialogue", actor=actor, at=at, public_note=minutes)
        return Dialogue.objects.create(
            complaint=complaint, held_on=held_on, minutes=minutes, noted_at=at
        )


def _check_was_held(complaint: Complaint, held_on: date, at: datetime) -> None:
    if not legal_day(complaint.filed_at) <= held_on <= legal_day(at):
        raise DialogueInFuture
