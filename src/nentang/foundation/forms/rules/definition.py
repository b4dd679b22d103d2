"""A form as its law file describes it: steps of fields, conditions, repeating groups, files."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any


class FieldKind(StrEnum):
    """What is asked for."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    PARTIAL_DATE = "partial_date"
    RADIO = "radio"
    CHOICE = "choice"
    YES_NO = "yes_no"
    PERSONAL_NUMBER = "personal_number"
    TAX_CODE = "tax_code"
    PHONE = "phone"
    EMAIL = "email"
    PERSON_NAME = "person_name"
    FILE = "file"
    REPEAT = "repeat"


@dataclass(frozen=True, slots=True)
class Words:
    """A text in Vietnamese and English."""

    vi: str
    en: str

    def in_language(self, language: str) -> str:
        """The English text for English readers, Vietnamese for all others."""
        return self.en if language.startswith("en") and self.en else self.vi


NO_WORDS = Words("", "")


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose."""

    value: str
    label: Words


@dataclass(frozen=True, slots=True)
class Condition:
    """A field is asked only where another one equals a value, is one of several, or is filled."""

    field: str
    one_of: tuple[Any, ...] | None

    def holds(self, answers: Mapping[str, Any]) -> bool:
        """Whether the answers meet it."""
        answer = answers.get(self.field)
        if self.one_of is None:
            return answer not in (None, "", [])
        return answer in self.one_of


@dataclass(frozen=True, slots=True)
class Field:
    """One question. `limits` depend on the kind: max_length, min, max, min_items, max_items, max_files, not_after."""

    name: str
    kind: FieldKind
    label: Words
    hint: Words = NO_WORDS
    required: bool = False
    choices: tuple[Choice, ...] = ()
    limits: Mapping[str, Any] = field(default_factory=dict)
    when: Condition | None = None
    prefill: str = ""
    purpose: str = ""
    default: Any = None
    autocomplete: str = ""
    fields: tuple["Field", ...] = ()

    def is_asked(self, answers: Mapping[str, Any]) -> bool:
        """Whether its condition, if any, is met."""
        return self.when is None or self.when.holds(answers)


@dataclass(frozen=True, slots=True)
class Step:
    """One page of a form."""

    name: str
    title: Words
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class FormDefinition:
    """A form in one version; `source` is what the file says, `digest` its SHA-256."""

    code: str
    version: int
    title: Words
    steps: tuple[Step, ...]
    source: Mapping[str, Any]

    @property
    def id(self) -> str:
        """`birth_registration@1`."""
        return f"{self.code}@{self.version}"

    @property
    def digest(self) -> str:
        """SHA-256 of the definition; another text has another digest."""
        text = json.dumps(self.source, sort_keys=True, ensure_ascii=False, default=str)
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def fields(self) -> Iterator[Field]:
        """All top-level fields in order."""
        return (each for step in self.steps for each in step.fields)

    @property
    def file_fields(self) -> tuple[str, ...]:
        """Names of fields that hold files."""
        return tuple(each.name for each in self.fields if each.kind is FieldKind.FILE)

    def step(self, name: str) -> Step:
        """The step of that name; KeyError where there is none."""
        return {step.name: step for step in self.steps}[name]


def parse_form(source: Mapping[str, Any]) -> FormDefinition:
    """The form in a file's content; KeyError or ValueError where it is malformed."""
    form = FormDefinition(
        code=source["code"],
        version=source["version"],
        title=Words(**source["title"]),
        steps=tuple(
            Step(step["name"], Words(**step["title"]), tuple(map(_field, step["fields"])))
            for step in source["steps"]
        ),
        source=json.loads(json.dumps(source, default=date.isoformat)),
    )
    if faults := lint(form):
        raise ValueError(f"{form.id}: {'; '.join(faults)}")
    return form


def lint(form: FormDefinition) -> list[str]:
    """What is wrong with a form: doubled names, conditions on nothing, missing English, no purpose."""
    seen: set[str] = set()
    faults = []
    for each in form.fields:
        if each.name in seen or "." in each.name:
            faults.append(f"{each.name} stands twice or holds a dot")
        if each.when and each.when.field not in seen:
            faults.append(f"{each.name} depends on {each.when.field}, which is not asked before it")
        seen.add(each.name)
        faults += [
            f"{part.name} lacks English" for part in (each, *each.fields) if not part.label.en
        ]
        faults += [
            f"{part.name} lacks a purpose" for part in (each.fields or (each,)) if not part.purpose
        ]
    return faults


def _field(source: Mapping[str, Any]) -> Field:
    return Field(
        name=source["name"],
        kind=FieldKind(source["kind"]),
        label=Words(**source["label"]),
        hint=Words(**source["hint"]) if "hint" in source else NO_WORDS,
        required=source.get("required", False),
        choices=tuple(Choice(c["value"], Words(**c["label"])) for c in source.get("choices", ())),
        limits=source.get("limits", {}),
        when=_condition(source["when"]) if "when" in source else None,
        prefill=source.get("prefill", ""),
        purpose=source.get("purpose", ""),
        default=source.get("default"),
        autocomplete=source.get("autocomplete", ""),
        fields=tuple(map(_field, source.get("fields", ()))),
    )


def _condition(source: Mapping[str, Any]) -> Condition:
    if source.get("filled"):
        return Condition(source["field"], None)
    return Condition(
        source["field"], tuple(source["in"]) if "in" in source else (source["equals"],)
    )
