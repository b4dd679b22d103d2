"""Reads of forms: a draft, a step as a page shows it, what is wrong in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import StoredFile

from .enums import SENTENCES
from .errors import DraftNotFound, StepNotFound
from .models import Draft
from .rules.definition import Field, FieldKind, FormDefinition, Step, Words
from .rules.validation import Fault, faults_of


@dataclass(frozen=True, slots=True)
class Question:
    """A field as a page shows it: its path, what was answered, what is wrong, how it is known."""

    field: Field
    path: str
    value: Any
    error: str
    known: str
    items: tuple[tuple["Question", ...], ...] = ()
    files: tuple[StoredFile, ...] = ()

    @property
    def id(self) -> str:
        """An identifier for labels, without dots."""
        return "f-" + self.path.replace(".", "-")


@dataclass(frozen=True, slots=True)
class StepPage:
    """One step of a draft, ready to be shown. `number` counts from 1."""

    draft: Draft
    form: FormDefinition
    step: Step
    number: int
    questions: tuple[Question, ...]
    errors: Mapping[str, str]

    @property
    def total(self) -> int:
        """Number of steps."""
        return len(self.form.steps)

    @property
    def previous(self) -> str:
        """Name of the step before, empty for the first."""
        return self.form.steps[self.number - 2].name if self.number > 1 else ""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer for reading: label, value in words, files."""

    label: Words
    kind: FieldKind
    value: Any
    items: tuple[tuple["Answered", ...], ...] = ()
    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True, slots=True)
class AnsweredStep:
    """The answers of one step; `is_complete` where nothing in it is wrong."""

    step: Step
    answers: tuple[Answered, ...]
    is_complete: bool


def draft_of(draft_id: UUID, *, actor: Actor) -> Draft:
    """The open draft of that actor; DraftNotFound for anybody else's."""
    found = Draft.objects.select_related("form").filter(public_id=draft_id, finished_at=None)
    draft = found.first()
    if draft is None or draft.account_id != actor.account_id:
        raise DraftNotFound
    return draft


def drafts_of(actor: Actor, *, prefix: str, limit: int = 20) -> list[Draft]:
    """The actor's open drafts of matters whose key begins so, the latest first."""
    found = Draft.objects.select_related("form").filter(
        account=actor.account_id, finished_at=None, subject_key__startswith=prefix
    )
    return list(found.order_by("-updated_at")[:limit])


def validate(
    form: FormDefinition, answers: Mapping[str, Any], *, on: date, step: str | None = None
) -> dict[str, list[str]]:
    """What is wrong in the answers, as sentences in the reader's language by path."""
    return {
        path: [sentence(fault)]
        for path, fault in faults_of(form, answers, on=on, step=step).items()
    }


def sentence(fault: Fault) -> str:
    """The fault in the reader's language."""
    return str(SENTENCES[fault.code]).format(**fault.facts)


def step_page(draft: Draft, name: str, *, errors: Mapping[str, str] | None = None) -> StepPage:
    """The step of the draft as a page shows it; StepNotFound."""
    form = draft.form.definition
    number = next((n for n, each in enumerate(form.steps, 1) if each.name == name), None)
    if number is None:
        raise StepNotFound
    step = form.steps[number - 1]
    files = files_in(draft.answers)
    questions = tuple(
        _question(each, each.name, draft.answers, errors or {}, draft.known, files)
        for each in step.fields
    )
    return StepPage(draft, form, step, number, questions, errors or {})


def answered_steps(
    form: FormDefinition, answers: Mapping[str, Any], *, on: date
) -> tuple[AnsweredStep, ...]:
    """All answers for reading, step by step."""
    files = files_in(answers)
    wrong = faults_of(form, answers, on=on)
    return tuple(
        AnsweredStep(
            step,
            tuple(_answered(step.fields, answers, files)),
            not any(path.split(".")[0] in {f.name for f in step.fields} for path in wrong),
        )
        for step in form.steps
    )


def files_in(answers: Mapping[str, Any]) -> dict[int, StoredFile]:
    """The stored files that answers name, in one query."""
    numbers = [
        n
        for value in answers.values()
        if isinstance(value, list)
        for n in value
        if isinstance(n, int)
    ]
    return StoredFile.objects.in_bulk(numbers) if numbers else {}


def _question(
    field: Field,
    path: str,
    around: Mapping[str, Any],
    errors: Mapping[str, str],
    known: Mapping[str, Any],
    files: Mapping[int, StoredFile],
) -> Question:
    value = around.get(field.name, field.default)
    source = known.get(path, {})
    items = value if isinstance(value, list) else []
    return Question(
        field=field,
        path=path,
        value=value,
        error=errors.get(path, ""),
        known=source.get("source", "") if source.get("value") == value else "",
        items=tuple(
            tuple(
                _question(part, f"{path}.{number}.{part.name}", item, errors, {}, files)
                for part in field.fields
            )
            for number, item in enumerate(items or [{}])
        )
        if field.kind is FieldKind.REPEAT
        else (),
        files=tuple(files[n] for n in items if n in files) if field.kind is FieldKind.FILE else (),
    )


def _answered(
    fields: tuple[Field, ...], answers: Mapping[str, Any], files: Mapping[int, StoredFile]
) -> Iterator[Answered]:
    for field in fields:
        value = answers.get(field.name)
        if value in (None, "", []) or not field.is_asked(answers):
            continue
        if field.kind is FieldKind.REPEAT:
            items = tuple(tuple(_answered(field.fields, item, files)) for item in value)
            yield Answered(field.label, field.kind, None, items=items)
        elif field.kind is FieldKind.FILE:
            kept = tuple(files[n] for n in value if n in files)
            yield Answered(field.label, field.kind, None, files=kept)
        else:
            yield Answered(field.label, field.kind, _chosen(field, value))


def _chosen(field: Field, value: Any) -> Any:
    return next((choice.label for choice in field.choices if choice.value == value), value)
