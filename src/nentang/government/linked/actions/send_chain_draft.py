"""Send a filled-in draft: it becomes a chain, once."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.forms.public import draft_of, finish_draft
from nentang.government.linked.errors import FormRenewed
from nentang.government.linked.models import Chain
from nentang.government.linked.queries import chain_of_draft, linked_of
from nentang.government.linked.rules.intake import ChainIntake
from nentang.government.services.public import assisting
from nentang.kernel.clock import legal_day

from .begin_chain import begin_chain


def send_chain_draft(*, draft_id: UUID, actor: Actor, at: datetime) -> Chain:
    """The chain of the draft, made now or by an earlier try.

    Invalid, FormRenewed (a procedure asks by another form) and MandateNotInForce (a clerk fills it in,
    and the consent has ended) leave the draft as it was.
    """
    key = f"draft:{draft_id}"
    if sent := chain_of_draft(draft_id, account_id=actor.account_id):
        return sent
    with transaction.atomic():
        draft = draft_of(draft_id, actor=actor)
        intake = ChainIntake.read(draft.subject_key)
        acting = assisting(actor, intake.mandate_id, at=at) if intake.mandate_id else actor
        if draft.form.digest != linked_of(intake.kind, legal_day(at)).form.digest:
            raise FormRenewed
        answers = finish_draft(draft_id=draft_id, actor=actor, at=at)
        return begin_chain(
            kind=intake.kind,
            organization_id=intake.organization_id,
            applicant_person_id=intake.person_id,
            answers=answers,
            actor=acting,
            at=at,
            idempotency_key=key,
        )
