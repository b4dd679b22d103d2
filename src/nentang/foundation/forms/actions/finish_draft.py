"""Finish a draft: everything is validated once more, then it is closed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.forms.queries import draft_of, validate
from nentang.foundation.forms.rules.cleaning import clean
from nentang.kernel.clock import legal_day
from nentang.kernel.errors import Invalid


@transaction.atomic
def finish_draft(*, draft_id: UUID, actor: Actor, at: datetime) -> dict[str, Any]:
    """The cleaned answers; Invalid names every field that is still wrong. The draft is then empty."""
    draft = draft_of(draft_id, actor=actor)
    form = draft.form.definition
    answers = clean(form, draft.answers)
    if errors := validate(form, answers, on=legal_day(at)):
        raise Invalid(fields=errors)
    draft.answers, draft.known, draft.finished_at = {}, {}, at
    draft.save(update_fields=["answers", "known", "finished_at"])
    record(actor=actor, action="forms.finish_draft", subject=f"draft:{draft.pk}", at=at)
    return answers
