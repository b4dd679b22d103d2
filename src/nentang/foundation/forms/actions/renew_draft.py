"""Carry a draft over to a newer version of its form."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.audit.public import record
from nentang.foundation.forms.errors import DraftNotFound
from nentang.foundation.forms.models import Draft
from nentang.foundation.forms.permissions import check_owns
from nentang.foundation.forms.rules.definition import FormDefinition, every_field

from .publish_form import publish_form


@transaction.atomic
def renew_draft(*, draft_id: UUID, form: FormDefinition, actor: Actor, at: datetime) -> Draft:
    """The actor's draft on that form; all that was typed stays, also for what is no longer asked.

    Questions keep their answers by name. DraftNotFound.
    """
    draft = Draft.objects.select_for_update().filter(public_id=draft_id, finished_at=None).first()
    if draft is None:
        raise DraftNotFound
    check_owns(actor, draft)
    version = publish_form(form=form, actor=SYSTEM, at=at)
    if draft.form_id == version.pk:
        return draft
    asked = dict(every_field(form.fields))
    draft.form = version
    draft.known = {path: entry for path, entry in draft.known.items() if path in asked}
    draft.trail, draft.others = [], {}
    draft.revision += 1
    draft.updated_at = at
    if draft.step not in {step.name for step in form.steps}:
        draft.step = form.steps[0].name
    draft.save()
    record(actor=actor, action="forms.renew_draft", subject=f"draft:{draft.pk}", at=at)
    return draft
