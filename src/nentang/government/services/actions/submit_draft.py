"""Send a filled-in draft: it becomes a dossier, once."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.forms.public import draft_of, finish_draft
from nentang.government.catalogue.public import bundle_on
from nentang.government.services.enums import Channel
from nentang.government.services.errors import FormRenewed
from nentang.government.services.models import Dossier
from nentang.government.services.queries import dossier_of_draft
from nentang.government.services.rules.intake import Intake
from nentang.kernel.clock import legal_day

from .submit_dossier import submit_dossier


def submit_draft(*, draft_id: UUID, actor: Actor, at: datetime) -> Dossier:
    """The dossier of the draft, made now or by an earlier try.

    Invalid and FormRenewed (the procedure now asks by another form) leave the draft as it was.
    """
    key = f"draft:{draft_id}"
    if sent := dossier_of_draft(draft_id, account_id=actor.account_id):
        return sent
    with transaction.atomic():
        draft = draft_of(draft_id, actor=actor)
        intake = Intake.read(draft.subject_key)
        if draft.form.digest != bundle_on(intake.procedure, legal_day(at)).form.digest:
            raise FormRenewed
        answers = finish_draft(draft_id=draft_id, actor=actor, at=at)
        return submit_dossier(
            procedure=intake.procedure,
            organization_id=intake.organization_id,
            applicant_person_id=intake.person_id,
            channel=Channel(intake.channel),
            counter_id=intake.counter_id,
            answers=answers,
            actor=actor,
            at=at,
            idempotency_key=key,
        )
