"""A form as its law file describes it: steps of questions, conditions, groups. Frozen and hashable."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from nentang.foundation.forms.enums import Compare, FieldKind
from nentang.kernel.frozen import Frozen

Scalar = str | int | float | bool


class Words(Frozen):
    """A text in Vietnamese and English."""

    vi: str = ""
    en: str = ""

    def in_language(self, language: str) -> str:
        """The English text for English readers, Vietnamese for all others."""
        return self.en if language.startswith("en") and self.en else self.vi

    def __bool__(self) -> bool:
        return bool(self.vi)


NO_WORDS = Words()


class Choice(Frozen):
    """One answer to choose."""

    value: str
    label: Words


class Condition(Frozen):
    """Holds by the answer to an earlier question, `up` levels of groups above; -1: there is none.

    `test` is equals, in, not or filled. An unanswered question is neither equal nor other.
    """

    field: str
    test: str
    values: tuple[Scalar, ...]
    up: int = 0


class Comparison(Frozen):
    """How an answer stands to an earlier one, `up` levels of groups above; -1: there is none.

    Where the earlier one is not answered, nothing is compared.
    """

    test: Compare
    field: str
    up: int = 0


class Limits(Frozen):
    """Bounds of an answer: of a number, a text, a list, a day (ISO, or as in `ends`), a place."""

    min: float | None = None
    max: float | None = None
    decimals: int = 0
    min_length: int = 0
    max_length: int = 200
    pattern: str = ""
    min_items: int = 0
    max_items: int = 20
    max_files: int = 10
    not_before: str = ""
    not_after: str = ""
    level: str = "commune"
    capture: str = ""


class Field(Frozen):
    """One question. `conditions` are those of its step and its own: all must hold.

    `prefill_when` holds where the known answer is the one asked for: the mother's name is that of who
    declares, if she is the mother.
    """

    name: str
    kind: FieldKind
    label: Words
    hint: Words = NO_WORDS
    required: bool = False
    choices: tuple[Choice, ...] = ()
    limits: Limits = Limits()
    compare: tuple[Comparison, ...] = ()
    conditions: tuple[Condition, ...] = ()
    prefill: str = ""
    prefill_when: tuple[Condition, ...] = ()
    purpose: str = ""
    known_by_register: bool = False
    default: Scalar | None = None
    autocomplete: str = ""
    fields: tuple["Field", ...] = ()

    @property
    def least(self) -> int:
        """How many items a list needs."""
        return max(self.limits.min_items, 1) if self.required else self.limits.min_items

    @property
    def most(self) -> int:
        """How many items a list takes."""
        return self.limits.max_files if self.kind is FieldKind.FILE else self.limits.max_items


class Step(Frozen):
    """One page of a form."""

    name: str
    title: Words
    fields: tuple[Field, ...]
    intro: Words = NO_WORDS
    conditions: tuple[Condition, ...] = ()


class FormDefinition(Frozen, eq=False):
    """A form in one version; `body` is what the file says, as JSON, `digest` its SHA-256."""

    code: str
    version: int
    valid_from: date
    title: Words
    steps: tuple[Step, ...]
    body: str

    @property
    def id(self) -> str:
        """`birth_registration@1`."""
        return f"{self.code}@{self.version}"

    @property
    def source(self) -> Mapping[str, Any]:
        """What the file says."""
        return dict(json.loads(self.body))

    @property
    def digest(self) -> str:
        """SHA-256 of the definition; another text has another digest."""
        return hashlib.sha256(self.body.encode()).hexdigest()

    @property
    def fields(self) -> Iterator[Field]:
        """All top-level fields in order."""
        return (each for step in self.steps for each in step.fields)

    @property
    def file_fields(self) -> tuple[str, ...]:
        """Names of top-level fields that hold files."""
        return tuple(each.name for each in self.fields if each.kind is FieldKind.FILE)

    def step(self, name: str) -> Step:
        """The step of that name; KeyError where there is none."""
        return {step.name: step for step in self.steps}[name]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FormDefinition) and (self.id, self.body) == (other.id, other.body)

    def __hash__(self) -> int:
        return hash(self.id)


def every_field(
    fields: Iterator[Field] | tuple[Field, ...], prefix: str = ""
) -> Iterator[tuple[str, Field]]:
    """All questions with their paths, those in groups too: `children.full_name`."""
    for each in fields:
        path = f"{prefix}{each.name}"
        yield path, each
        yield from every_field(each.fields, f"{path}.")


def single_fields(
    fields: Iterator[Field] | tuple[Field, ...], prefix: str = ""
) -> Iterator[tuple[str, Field]]:
    """Questions that are asked once, with their paths: those in groups too, those of rows not."""
    for each in fields:
        path = f"{prefix}{each.name}"
        if each.kind is FieldKind.GROUP:
            yield from single_fields(each.fields, f"{path}.")
        else:
            yield path, each
