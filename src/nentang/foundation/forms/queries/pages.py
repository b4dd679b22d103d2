"""A step as a page shows it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from msgspec.structs import replace

from nentang.foundation.documents.public import StoredFile
from nentang.foundation.forms.enums import FieldKind
from nentang.foundation.forms.errors import StepNotFound
from nentang.foundation.forms.models import Draft
from nentang.foundation.forms.registry import KnownPaper, papers_of
from nentang.foundation.forms.rules.cleaning import clean
from nentang.foundation.forms.rules.conditions import Scopes, hold
from nentang.foundation.forms.rules.definition import Condition, Field, FormDefinition, Step
from nentang.foundation.forms.rules.revealing import TICKED, rule
from nentang.foundation.organizations.public import UnitInfo, search_units
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen

from .answers import files_in
from .validation import place_named
from .wording import condition_words

MOST_PLACES = 8


class Question(Frozen):
    """A field as a page shows it: its path, what was answered, what is wrong, how it is known.

    `items` are the rows of a group. `hiding` are CSS rules that hide it by other answers on the page,
    `note` says the same in words. `place` names the place chosen, `places` are those to choose from.
    """

    field: Field
    path: str
    value: Any
    error: str
    known: str
    items: tuple[tuple["Question", ...], ...] = ()
    files: tuple[StoredFile, ...] = ()
    hiding: tuple[str, ...] = ()
    note: str = ""
    place: str = ""
    places: tuple[UnitInfo, ...] = ()
    papers: tuple[KnownPaper, ...] = ()

    @property
    def id(self) -> str:
        """An identifier for labels, without dots."""
        return "f-" + self.path.replace(".", "-")

    @property
    def described_by(self) -> str:
        """Identifiers of the hint and the error."""
        parts = {"hint": self.field.hint.vi, "note": self.note, "error": self.error}
        return " ".join(f"{self.id}-{name}" for name, text in parts.items() if text)

    @property
    def can_add(self) -> bool:
        """Whether a repeating group takes another row."""
        return len(self.items) < self.field.most

    @property
    def can_remove(self) -> bool:
        """Whether a repeating group may lose a row."""
        return len(self.items) > self.field.least


class StepPage(Frozen):
    """One step, ready to be shown. `number` counts from 1 among the steps that are asked.

    `draft` is None where nothing is kept.
    """

    form: FormDefinition
    step: Step
    number: int
    questions: tuple[Question, ...]
    errors: Mapping[str, str]
    on: date
    draft_or_none: Draft | None = None

    @property
    def draft(self) -> Draft:
        """The draft; LookupError where nothing is kept."""
        if self.draft_or_none is None:
            raise LookupError("this page belongs to no draft")
        return self.draft_or_none

    @property
    def total(self) -> int:
        """Number of steps that are asked."""
        return len(self.form.steps)

    @property
    def previous(self) -> str:
        """Name of the step before, empty for the first."""
        return self.form.steps[self.number - 2].name if self.number > 1 else ""

    @property
    def hiding(self) -> str:
        """CSS that hides questions by other answers of the page."""
        return "\n".join(css for each in _with_parts(self.questions) for css in each.hiding)

    @property
    def mistakes(self) -> tuple[Question, ...]:
        """Questions whose answers are to be mended, in order."""
        return tuple(each for each in _with_parts(self.questions) if each.error)


def step_page(
    draft: Draft,
    name: str,
    *,
    errors: Mapping[str, str] | None = None,
    person_id: int | None = None,
) -> StepPage:
    """The step of the draft as a page shows it; StepNotFound. Steps not asked are left out.

    With the papers that the person gave before, where a file is asked for.
    """
    page = page_of(
        draft.form.definition,
        name,
        draft.answers,
        on=legal_day(draft.updated_at),
        errors=errors or {},
        known=draft.known,
        person_id=person_id,
    )
    return replace(page, draft_or_none=draft)


def page_of(
    form: FormDefinition,
    name: str,
    answers: Mapping[str, Any],
    *,
    on: date,
    errors: Mapping[str, str],
    known: Mapping[str, Any],
    person_id: int | None = None,
) -> StepPage:
    """The step with these answers; StepNotFound."""
    cleaned = clean(form, answers)
    asked = tuple(
        each for each in form.steps if each.name == name or hold(each.conditions, (cleaned,))
    )
    number = next((n for n, each in enumerate(asked, 1) if each.name == name), None)
    if number is None:
        raise StepNotFound
    step = asked[number - 1]
    on_page = _on_page(step.fields)
    asks_files = any(field.kind is FieldKind.FILE for field in on_page.values())
    papers = tuple(papers_of(person_id)) if person_id and asks_files else ()
    maker = _Maker(on_page, errors, known, files_in(answers), on, papers)
    questions = tuple(maker.level(step.fields, answers, (cleaned,), ("",)))
    return StepPage(replace(form, steps=asked), step, number, questions, errors, on)


def _on_page(fields: tuple[Field, ...], prefix: str = "") -> dict[str, Field]:
    """Questions of the page by their path without row numbers."""
    found: dict[str, Field] = {}
    for each in fields:
        found[prefix + each.name] = each
        found |= _on_page(each.fields, f"{prefix}{each.name}.")
    return found


class _Maker(Frozen):
    """Makes the questions of one page."""

    on_page: Mapping[str, Field]
    errors: Mapping[str, str]
    known: Mapping[str, Any]
    files: Mapping[int, StoredFile]
    on: date
    papers: tuple[KnownPaper, ...]

    def level(
        self, fields: tuple[Field, ...], answers: object, scopes: Scopes, prefixes: tuple[str, ...]
    ) -> Iterator[Question]:
        """The questions of one level; one is left out where answers of other pages do not ask it."""
        around: Mapping[str, Any] = answers if isinstance(answers, Mapping) else {}
        for field in fields:
            here = [c for c in field.conditions if self._asked(c, prefixes)]
            elsewhere = tuple(c for c in field.conditions if c not in here)
            if hold(elsewhere, scopes):
                yield self._question(field, around, scopes, prefixes, here)

    def _question(
        self,
        field: Field,
        around: Mapping[str, Any],
        scopes: Scopes,
        prefixes: tuple[str, ...],
        here: list[Condition],
    ) -> Question:
        path = prefixes[-1] + field.name
        value = around.get(field.name, field.default)
        source = self.known.get(path, {})
        is_known = bool(source) and source.get("value") == value
        question = Question(
            field=field,
            path=path,
            value=value,
            error=self.errors.get(path, ""),
            known=source.get("source", "") if is_known else "",
            hiding=tuple(self._hiding(path, field, prefixes)),
            note=" ".join(condition_words(c, self._asked(c, prefixes)) for c in here),
        )
        return self._filled(question, scopes, prefixes)

    def _filled(self, question: Question, scopes: Scopes, prefixes: tuple[str, ...]) -> Question:
        """With rows, files or places, by its kind."""
        field, value = question.field, question.value
        if field.kind is FieldKind.GROUP:
            rows: list[Any] = [value]
            paths = [f"{question.path}."]
        elif field.kind is FieldKind.REPEAT:
            rows = value if isinstance(value, list) else []
            rows = rows or [{}] * field.least
            paths = [f"{question.path}.{index}." for index in range(len(rows))]
        else:
            return self._with_extras(question)
        inner = clean_level_of(scopes, field.name, len(rows))
        items = tuple(
            tuple(self.level(field.fields, row, (*scopes, scope), (*prefixes, path)))
            for row, scope, path in zip(rows, inner, paths, strict=True)
        )
        return replace(question, items=items)

    def _with_extras(self, question: Question) -> Question:
        value = question.value
        if question.field.kind is FieldKind.FILE:
            return self._with_papers(question)
        if question.field.kind is not FieldKind.UNIT or not isinstance(value, str) or not value:
            return question
        name = place_named(value, self.on)
        if name != value:
            return replace(question, place=name)
        return replace(question, places=places_like(value, self.on, question.field.limits.level))

    def _with_papers(self, question: Question) -> Question:
        numbers = question.value if isinstance(question.value, list) else []
        files = tuple(self.files[n] for n in numbers if n in self.files)
        given = {file.sha256 for file in files}
        papers = tuple(each for each in self.papers if each.sha256 not in given)
        return replace(question, files=files, papers=papers)

    def _asked(self, condition: Condition, prefixes: tuple[str, ...]) -> Field | None:
        """The question on this page that the condition looks at."""
        if condition.up < 0:
            return None
        scope = prefixes[-1 - condition.up] + condition.field
        return self.on_page.get(".".join(p for p in scope.split(".") if not p.isdigit()))

    def _hiding(self, path: str, field: Field, prefixes: tuple[str, ...]) -> Iterator[str]:
        """Rules for its conditions, and for those of the questions that they look at."""
        for condition in field.conditions:
            asked = self._asked(condition, prefixes)
            if asked is None:
                continue
            above = prefixes[: len(prefixes) - condition.up]
            if asked.kind in TICKED:
                yield rule(path, asked, above[-1] + asked.name, condition)
            yield from self._hiding(path, asked, above)


def clean_level_of(scopes: Scopes, name: str, count: int) -> list[Mapping[str, Any]]:
    """The cleaned answers of each row of a group, empty where they cannot be read."""
    value = scopes[-1].get(name)
    rows: list[Any] = value if isinstance(value, list) else [value]
    rows = [row if isinstance(row, Mapping) else {} for row in rows]
    return [*rows[:count], *([{}] * (count - len(rows)))]


def places_like(text: str, on: date, level: str) -> tuple[UnitInfo, ...]:
    """Places of that level whose name is like the text."""
    return search_units(text[:80], on, level=level, limit=MOST_PLACES)


def _with_parts(questions: tuple[Question, ...]) -> Iterator[Question]:
    for each in questions:
        yield each
        for item in each.items:
            yield from _with_parts(item)
