"""Finish a draft: everything is validated once more, then it is closed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.foundation.forms.errors import DraftIncomplete, DraftNotFound
from nentang.foundation.forms.events import DRAFT_FINISHED, DraftFinished
from nentang.foundation.forms.models import Draft
from nentang.foundation.forms.permissions import check_owns
from nentang.foundation.forms.queries import validate
from nentang.foundation.forms.rules.cleaning import clean
from nentang.foundation.forms.rules.counting import count_answers
from nentang.foundation.forms.rules.filling import fitting
from nentang.foundation.outbox.public import publish
from nentang.kernel.clock import legal_day


@transaction.atomic
def finish_draft(*, draft_id: UUID, actor: Actor, at: datetime) -> dict[str, Any]:
    """The cleaned answers, valid on that day under the version on which the draft was begun.

    The draft is then empty and closed. DraftIncomplete names every field that is still wrong;
    DraftNotFound for another's draft or one finished before. Publishes DraftFinished.
    """
    drafts = Draft.objects.select_for_update(of=("self",)).select_related("form")
    draft = drafts.filter(public_id=draft_id, finished_at=None).first()
    if draft is None:
        raise DraftNotFound
    check_owns(actor, draft)
    answers = clean(draft.form.definition, draft.answers)
    if errors := validate(draft.form.definition, answers, on=legal_day(at)):
        raise DraftIncomplete(fields=errors)
    _tell(draft, answers, actor, at)
    draft.answers, draft.known, draft.others, draft.trail = {}, {}, {}, []
    draft.finished_at = draft.updated_at = at
    draft.save()
    return answers


def _tell(draft: Draft, answers: dict[str, Any], actor: Actor, at: datetime) -> None:
    form = draft.form.definition
    fits = fitting(form, answers, draft.known)
    known = {path: entry["value"] for path, entry in fits.items()}
    record(actor=actor, action="forms.finish_draft", subject=f"draft:{draft.pk}", at=at)
    publish(DraftFinished(draft.pk, form.code, form.version, draft.subject_key), at=at)
    record_fact(
        DRAFT_FINISHED,
        at=at,
        organization_id=None,
        unit_code="",
        form=form.code,
        form_version=form.version,
        minutes=int((at - draft.started_at).total_seconds()) // 60,
        **count_answers(form, answers, known),
    )
