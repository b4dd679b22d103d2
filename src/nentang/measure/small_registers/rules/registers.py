"""A register as its file says it: fields, who keeps it, what each state and step means, legal basis."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import field

from nentang.kernel.frozen import Frozen
from nentang.measure.small_registers.enums import Kind

LONGEST = {Kind.TEXT: 200, Kind.LONG: 2000, Kind.URL: 300, Kind.DOMAIN: 253}
SUBMITTERS = ("person", "organization")
LEVELS = ("ministry", "province", "district", "commune")


class Words(Frozen):
    """Vietnamese and English."""

    vi: str
    en: str

    def said(self, language: str) -> str:
        """In the reader's language."""
        return self.en if language.startswith("en") else self.vi


class Field(Frozen):
    """One field. `at_most` names a number that it may not exceed; `is_past`: a day that has come.

    `is_for_officers`: not asked of whoever sends an entry in.
    """

    id: str
    kind: Kind
    title: Words
    hint: Words | None = None
    is_public: bool = True
    is_required: bool = True
    is_past: bool = False
    is_for_officers: bool = False
    at_most: str = ""
    options: Mapping[str, Words] = field(default_factory=dict)

    @property
    def longest(self) -> int:
        """How many letters may be typed."""
        return LONGEST.get(self.kind, 40)


class Basis(Frozen):
    """From when, by which act; `verified` where it was compared with its text."""

    valid_from: date
    act: str
    article: str
    source: str
    verified: bool

    @property
    def citation(self) -> str:
        """`Điều 17, Nghị định 61/2018/NĐ-CP`."""
        return f"{self.article}, {self.act}" if self.article else self.act


class Submission(Frozen):
    """Who may send an entry in; `statement` asks for words that only the office reads."""

    by: tuple[str, ...]
    assurance: int
    words: Words
    statement: Words | None = None
    working_days: int | None = None


class StateMeaning(Frozen):
    """`is_editable`: officers change the entry; `is_over`: it is not asked whether it still holds."""

    is_editable: bool = False
    is_over: bool = False


class StepMeaning(Frozen):
    """What the engine does with a step, beside moving the case.

    `publishes` makes a version; `four_eyes`: not by whoever last changed or proposed it; `is_complete`:
    every required field is filled in first, and each in `needs`; `due_field`: the case is due on that day.
    """

    publishes: bool = False
    four_eyes: bool = False
    needs_reason: bool = False
    is_complete: bool = False
    by_submitter: bool = False
    due_field: str = ""
    needs: tuple[str, ...] = ()


class Measure(Frozen):
    """What each published entry counts once a month: above and below the line.

    Numbers of two fields; or 1 below, and above where the choice or the public state is one of `values`.
    """

    above: str = ""
    below: str = ""
    choice: str = ""
    values: tuple[str, ...] = ()


class Register(Frozen):
    """One register. `path` stands in addresses; `owner` is the code of the body to which entries are sent in."""

    code: str
    path: str
    short: str
    title: Words
    purpose: Words
    owner: str
    keepers: tuple[str, ...]
    roles: tuple[str, ...]
    confirm_months: int
    basis: tuple[Basis, ...]
    fields: tuple[Field, ...]
    title_field: str
    states: Mapping[str, StateMeaning]
    steps: Mapping[str, StepMeaning]
    submission: Submission | None = None
    measure: Measure | None = None

    @property
    def kind(self) -> str:
        """The name of its kind of case."""
        return kind_of(self.code)

    def field(self, name: str) -> Field:
        """The field of that name."""
        return next(each for each in self.fields if each.id == name)

    @property
    def public_fields(self) -> tuple[Field, ...]:
        """What everybody reads."""
        return tuple(each for each in self.fields if each.is_public)


def kind_of(code: str) -> str:
    """The name of the kind of case of a register."""
    return f"register_{code}"


def parse_register(code: str, table: Mapping[str, Any]) -> Register:
    """The register in a file; KeyError or ValueError says what is wrong with it."""
    try:
        register = _register(code, table)
        _refuse_unfit(register, table)
    except (TypeError, AttributeError, IndexError) as error:
        raise ValueError(f"{code}: {error}") from error
    return register


def _register(code: str, table: Mapping[str, Any]) -> Register:
    fields = tuple(map(_field, table["fields"]))
    titled = [each["id"] for each in table["fields"] if each.get("is_title")]
    return Register(
        code=code,
        path=table["path"],
        short=table["short"],
        title=_words(table["title"]),
        purpose=_words(table["purpose"]),
        owner=table["owner"],
        keepers=tuple(table["keepers"]),
        roles=tuple(table["roles"]),
        confirm_months=int(table["confirm_months"]),
        basis=tuple(map(_basis, table["basis"])),
        fields=fields,
        title_field=titled[0] if titled else fields[0].id,
        states={each["name"]: _state(each) for each in table["states"]},
        steps={each["name"]: _step(each) for each in table["transitions"]},
        submission=_submission(table.get("submission")),
        measure=_measure(table.get("measure")),
    )


def _field(entry: Mapping[str, Any]) -> Field:
    return Field(
        id=entry["id"],
        kind=Kind(entry["kind"]),
        title=_words(entry["title"]),
        hint=_words(entry["hint"]) if "hint" in entry else None,
        is_public=entry.get("public", True),
        is_required=entry.get("required", True),
        is_past=entry.get("past", False),
        is_for_officers=entry.get("by_officer", False),
        at_most=entry.get("at_most", ""),
        options={str(k): _words(v) for k, v in entry.get("options", {}).items()},
    )


def _basis(entry: Mapping[str, Any]) -> Basis:
    return Basis(
        entry["valid_from"], entry["act"], entry["article"], entry["source"], entry["verified"]
    )


def _state(entry: Mapping[str, Any]) -> StateMeaning:
    return StateMeaning(entry.get("editable", False), entry.get("over", False))


def _step(entry: Mapping[str, Any]) -> StepMeaning:
    return StepMeaning(
        publishes=entry.get("publishes", False),
        four_eyes=entry.get("four_eyes", False),
        needs_reason=entry.get("reason", False),
        is_complete=entry.get("complete", False),
        by_submitter=entry.get("by_submitter", False),
        due_field=entry.get("due_field", ""),
        needs=tuple(entry.get("needs", ())),
    )


def _submission(entry: Mapping[str, Any] | None) -> Submission | None:
    if entry is None:
        return None
    return Submission(
        by=tuple(entry["by"]),
        assurance=int(entry["assurance"]),
        words=_words(entry["words"]),
        statement=_words(entry["statement"]) if "statement" in entry else None,
        working_days=entry.get("working_days"),
    )


def _measure(entry: Mapping[str, Any] | None) -> Measure | None:
    if entry is None:
        return None
    if "states" in entry:
        return Measure(values=tuple(entry["states"]))
    if "choice" in entry:
        return Measure(choice=entry["choice"], values=tuple(entry["above"]))
    return Measure(above=entry["above"], below=entry["below"])


def _words(entry: Mapping[str, str]) -> Words:
    return Words(entry["vi"], entry["en"])


def _refuse_unfit(register: Register, table: Mapping[str, Any]) -> None:
    """ValueError where the file speaks of what stands nowhere in it."""
    names = [each.id for each in register.fields]
    named = {step.due_field for step in register.steps.values()} | {
        each.at_most for each in register.fields
    }
    named |= {name for step in register.steps.values() for name in step.needs}
    if register.measure:
        named |= {register.measure.above, register.measure.below, register.measure.choice}
    faults = {
        "fields named twice": {name for name in names if names.count(name) > 1},
        "no such fields": named - set(names) - {""},
        "no such levels": set(register.keepers) - set(LEVELS),
        "choices without options": {
            f.id for f in register.fields if (f.kind is Kind.CHOICE) != bool(f.options)
        },
        "nobody may send in": set(register.submission.by if register.submission else ())
        - set(SUBMITTERS),
    }
    if not register.basis or table["name"] != register.kind:
        raise ValueError(f"{register.code}: no basis, or its name is not {register.kind}")
    if not register.field(register.title_field).is_public:
        raise ValueError(f"{register.code}: its title is not public")
    for fault, found in faults.items():
        if found:
            raise ValueError(f"{register.code}: {fault}: {', '.join(sorted(found))}")
