"""Start a draft, or go on with the open one of the same matter."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.audit.public import record, record_look
from nentang.foundation.facts.public import record_fact
from nentang.foundation.forms.events import DRAFT_STARTED
from nentang.foundation.forms.models import Draft
from nentang.foundation.forms.permissions import check_can_start
from nentang.foundation.forms.registry import Prefilled, prefilled
from nentang.foundation.forms.rules.definition import FormDefinition, single_fields
from nentang.foundation.forms.rules.filling import fill
from nentang.foundation.identity.public import PersonInfo, person
from nentang.kernel.clock import legal_day

from .publish_form import publish_form

_LAW = "Nghị định 61/2018/NĐ-CP"


@transaction.atomic
def start_draft(
    *,
    form: FormDefinition,
    subject_key: str,
    person_id: int,
    actor: Actor,
    at: datetime,
    answers: Mapping[str, Any] | None = None,
) -> Draft:
    """The actor's open draft for that matter, on the version on which it was begun.

    A new one holds `answers` given elsewhere and what is known of the person; another's data are read
    under the audit's eye. SignInToSave.
    """
    account_id = check_can_start(actor)
    draft = Draft.objects.filter(
        account_id=account_id, subject_key=subject_key, finished_at=None
    ).first()
    if draft:
        return draft
    known = _known(form, person(person_id), legal_day(at))
    draft = Draft.objects.create(
        form=publish_form(form=form, actor=SYSTEM, at=at),
        account_id=account_id,
        person_id=person_id,
        subject_key=subject_key,
        answers=fill(form, answers or {}, known, before={}),
        known=known,
        step=form.steps[0].name,
        started_at=at,
        updated_at=at,
    )
    _tell(draft, form, person_id, actor, at)
    return draft


def _known(form: FormDefinition, about: PersonInfo, on: date) -> dict[str, dict[str, Any]]:
    """For each question with a source that knows an answer: value, source and day; rows are left out."""
    asked = {path: field.prefill for path, field in single_fields(form.fields) if field.prefill}
    found = prefilled(set(asked.values()), about, on)
    return {path: _entry(found[name]) for path, name in asked.items() if name in found}


def _entry(answer: Prefilled) -> dict[str, Any]:
    since = answer.known_at.isoformat() if answer.known_at else ""
    return {"value": answer.value, "source": answer.source, "known_at": since}


def _tell(draft: Draft, form: FormDefinition, person_id: int, actor: Actor, at: datetime) -> None:
    subject = f"draft:{draft.pk}"
    record(actor=actor, action="forms.start_draft", subject=subject, person_id=person_id, at=at)
    if draft.known and person_id != actor.person_id:
        record_look(
            actor=actor,
            subject=subject,
            person_id=person_id,
            fields=tuple(draft.known),
            purpose="khai giúp",
            legal_basis=_LAW,
            at=at,
        )
    record_fact(
        DRAFT_STARTED,
        at=at,
        organization_id=None,
        unit_code="",
        form=form.code,
        form_version=form.version,
    )
