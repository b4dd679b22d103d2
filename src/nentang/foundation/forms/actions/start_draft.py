"""Start a draft, or go on with the open one of the same matter."""

from datetime import datetime
from typing import Any

from django.db import transaction

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.audit.public import record
from nentang.foundation.forms.errors import DraftNotFound
from nentang.foundation.forms.models import Draft
from nentang.foundation.forms.registry import prefilled
from nentang.foundation.forms.rules.definition import FormDefinition
from nentang.foundation.identity.public import person

from .publish_form import publish_form


@transaction.atomic
def start_draft(
    *, form: FormDefinition, subject_key: str, person_id: int, actor: Actor, at: datetime
) -> Draft:
    """The open draft of the actor for that matter, new ones filled with what is known of the person.

    DraftNotFound for whoever is not signed in.
    """
    if actor.account_id is None:
        raise DraftNotFound
    draft = Draft.objects.filter(
        account=actor.account_id, subject_key=subject_key, finished_at=None
    ).first()
    if draft:
        return draft
    known = _known(form, person_id)
    draft = Draft.objects.create(
        form=publish_form(form=form, actor=SYSTEM, at=at),
        account_id=actor.account_id,
        subject_key=subject_key,
        answers={name: entry["value"] for name, entry in known.items()},
        known=known,
        step=form.steps[0].name,
        started_at=at,
        updated_at=at,
    )
    record(
        actor=actor,
        action="forms.start_draft",
        subject=f"draft:{draft.pk}",
        person_id=person_id,
        at=at,
    )
    return draft


def _known(form: FormDefinition, person_id: int) -> dict[str, dict[str, Any]]:
    """For each field with a source that knows an answer: the value and the source."""
    about = person(person_id)
    found = {each.name: prefilled(each.prefill, about) for each in form.fields if each.prefill}
    return {
        name: {"value": answer.value, "source": answer.source}
        for name, answer in found.items()
        if answer
    }
