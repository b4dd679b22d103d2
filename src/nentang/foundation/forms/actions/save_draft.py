"""Save what was typed in one step, right or wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO, cast
from uuid import UUID

from django.core.files.base import File
from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.documents.public import store_file
from nentang.foundation.forms.errors import DraftNotFound, StepNotFound
from nentang.foundation.forms.models import Draft
from nentang.foundation.forms.permissions import check_owns
from nentang.foundation.forms.queries import sentence
from nentang.foundation.forms.rules.cleaning import clean_value
from nentang.foundation.forms.rules.definition import FieldKind, FormDefinition, Step
from nentang.foundation.forms.rules.posted import read_posted
from nentang.foundation.forms.rules.validation import faults_of
from nentang.kernel.clock import legal_day
from nentang.kernel.errors import DomainError


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """The draft as saved and what is wrong in the step, as sentences by path."""

    draft: Draft
    errors: Mapping[str, str]


@transaction.atomic
def save_draft(
    *,
    draft_id: UUID,
    step: str,
    posted: Mapping[str, str],
    files: Mapping[str, Sequence[File[bytes]]],
    actor: Actor,
    at: datetime,
) -> SavedDraft:
    """The draft with the step's answers over the former ones; refused files are said, the rest is kept."""
    draft = (
        Draft.objects.select_related("form")
        .select_for_update(of=("self",))
        .filter(public_id=draft_id, finished_at=None)
        .first()
    )
    if draft is None:
        raise DraftNotFound
    check_owns(actor, draft)
    form = draft.form.definition
    if step not in {each.name for each in form.steps}:
        raise StepNotFound
    answers = _answers(form.step(step), posted)
    kept, refused = _keep_files(form.step(step), draft, posted, files, actor, at)
    draft.answer_with(answers | kept)
    draft.step, draft.updated_at = step, at
    draft.save(update_fields=["answers", "step", "updated_at"])
    record(actor=actor, action="forms.save_draft", subject=f"draft:{draft.pk}", at=at)
    return SavedDraft(draft, _errors(form, draft, step, at) | refused)


def _answers(step: Step, posted: Mapping[str, str]) -> dict[str, Any]:
    fields = {field.name: field for field in step.fields}
    return {name: clean_value(fields[name], raw) for name, raw in read_posted(step, posted).items()}


def _keep_files(
    step: Step,
    draft: Draft,
    posted: Mapping[str, str],
    files: Mapping[str, Sequence[File[bytes]]],
    actor: Actor,
    at: datetime,
) -> tuple[dict[str, list[int]], dict[str, str]]:
    """For each file field: the files kept (former ones but those removed, new ones), and refusals."""
    kept: dict[str, list[int]] = {}
    refused: dict[str, str] = {}
    for field in (each for each in step.fields if each.kind is FieldKind.FILE):
        removed = posted.get(f"{field.name}.remove", "")
        numbers = [n for n in draft.answers.get(field.name) or [] if str(n) != removed]
        for upload in files.get(field.name, ())[: field.limits.get("max_files", 10)]:
            try:
                stored = store_file(
                    content=cast(BinaryIO, upload), filename=upload.name or "", actor=actor, at=at
                )
                numbers.append(stored.pk)
            except DomainError as error:
                refused[field.name] = error.sentence
        kept[field.name] = numbers
    return kept, refused


def _errors(form: FormDefinition, draft: Draft, step: str, at: datetime) -> dict[str, str]:
    faults = faults_of(form, draft.answers, on=legal_day(at), step=step)
    return {path: sentence(fault) for path, fault in faults.items()}
