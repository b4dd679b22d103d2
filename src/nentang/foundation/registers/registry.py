"""Registers as the apps declare them. What is declared here has pages, an interface, imports, duplicates, a history."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from django.utils.module_loading import autodiscover_modules
from msgspec import field

from nentang.agreements.actor import Actor
from nentang.kernel.frozen import Frozen

from .errors import RegisterNotFound, RegisterServiceNotFound
from .models import Record, Version

Words = object
"""A text for people: a Vietnamese string, usually one translated lazily."""


class Aspect(Frozen, kw_only=True):
    """Something that is said of a record and changes by itself: who it is, where it lives.

    `fields` names the columns shown, each with what people call it; `in_words` makes a value readable.
    """

    name: str
    model: type[Version]
    title: Words
    fields: Mapping[str, Words]
    in_words: Mapping[str, Callable[[Any], str]] = field(default_factory=dict)

    def shown(self, version: Version, name: str) -> str:
        """The value of that column as people read it; empty where nothing is said."""
        if reader := self.in_words.get(name):
            return reader(version)
        value = getattr(version, name)
        if isinstance(value, date):
            return f"{value:%d/%m/%Y}"
        return "" if value is None else str(value)


class Proof(Frozen):
    """Which row of which register says a value, as pages and forms carry it along."""

    register: str
    record_code: str
    aspect: str
    field: str
    version_id: int
    shown: str
    valid_on: date
    person_id: int | None


class LikenessRule(Frozen):
    """When two records may be one: they share one of `keys`, and `is_like` agrees.

    `keys` gives those of many records by identifier, in a few queries for all of them.
    """

    name: str
    title: Words
    keys: Callable[[Sequence[Any]], Mapping[int, Iterable[str]]]
    is_like: Callable[[Any, Any], bool]


class Column(Frozen, kw_only=True):
    """A column of a table to take in: its name in the file, how its text is read, an example."""

    name: str
    title: Words
    example: str
    read: Callable[[str], Any] = str
    is_required: bool = True


class Line(Frozen, gc=False):
    """A line of a table with its values, read; `basis` is the code under which it stands behind what it says."""

    number: int
    basis: str
    values: Mapping[str, Any]


class Refusal(Frozen):
    """Why a line is not taken in, and which column is to blame where one is."""

    line: int
    code: str
    sentence: str
    column: str = ""


class Intake(Frozen):
    """How a table is taken in: its columns, and the action that takes many lines at once.

    `take_in(lines=…, organization_id=…, actor=…, at=…)` gives the refusals of those that are wrong, and
    passes over those that say nothing new.
    """

    columns: Sequence[Column]
    take_in: Callable[..., Sequence[Refusal]]


class Statistic(Frozen):
    """A count of the register for everybody: open data publishes it, groups of few hidden.

    `by_unit` counts the same things by the code of the commune in which their record places them, where
    a register knows it: reports are filled in from it.
    """

    name: str
    title: Words
    count: Callable[[date], Sequence[tuple[str, int]]]
    by_unit: Callable[[date], Mapping[str, int]] | None = None


class RegisterService(Frozen, kw_only=True):
    """What a register answers to other bodies about one record: yes or no, and only what they were granted.

    `fields`, `claims` and `rows` are written `aspect.column`. A call names the record as `key`; it must say
    each of the claims as the register has it, or it hears no more than for a number that nobody has. A grant
    may be narrowed to some values of `rows`, and is given for one of the `purposes`. `names_person`: the key is a personal number,
    so that whoever is asked about sees the call.
    """

    name: str
    title: Words
    text: Words
    key: str
    fields: tuple[str, ...]
    purposes: tuple[str, ...]
    claims: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    names_person: bool = False


class Register(Frozen, kw_only=True):
    """A register: what it keeps, who reads and writes it, on what law.

    `headings` gives by identifier what lists show of records, and by which they are found, in a few
    queries for all of them; `people` the persons whose data a reader sees. Readers and writers are roles in the body
    that keeps a record; readers also in bodies above it. `offers` is what the app lets an officer do.
    `also_found` gives the identifiers of records that a text names otherwise (by a number of their
    people), `picture` a template and what it needs, to stand on the page of a record.
    """

    name: str
    title: Words
    record_title: Words
    code_title: Words
    record: type[Record]
    aspects: tuple[Aspect, ...]
    headings: Callable[[Sequence[Any]], Mapping[int, str]]
    people: Callable[[Any], Sequence[int]]
    legal_basis: str
    readers: tuple[str, ...]
    writers: tuple[str, ...]
    likeness: tuple[LikenessRule, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    services: tuple[RegisterService, ...] = ()
    offers: Callable[[Any, Actor, datetime], Sequence["Offer"]] = lambda record, actor, at: ()
    also_found: Callable[[str], Sequence[int]] = lambda text: ()
    picture: Callable[[Any, date], tuple[str, Mapping[str, Any]] | None] = lambda record, on: None

    def heading(self, record: Record) -> str:
        """What lists show of the record; its number where there is nothing else."""
        return self.headings([record]).get(record.pk) or record.code

    def aspect(self, name: str) -> Aspect:
        """The aspect of that name."""
        return next(aspect for aspect in self.aspects if aspect.name == name)

    def statistic(self, name: str) -> Statistic:
        """The statistic of that name."""
        return next(each for each in self.statistics if each.name == name)

    def service(self, name: str) -> RegisterService:
        """The service of that name; RegisterServiceNotFound."""
        found = next((each for each in self.services if each.name == name), None)
        if found is None:
            raise RegisterServiceNotFound
        return found

    def aspect_of(self, version: Version) -> Aspect:
        """The aspect that the version belongs to."""
        return next(aspect for aspect in self.aspects if isinstance(version, aspect.model))


class Offer(Frozen):
    """Something that an officer can do with a record: its words and where it is done."""

    label: Words
    url: str


_registers: dict[str, Register] = {}
_intakes: dict[str, Intake] = {}


def declare_register(register: Register) -> Register:
    """Make the register known and return it; ValueError where its name is taken."""
    if _registers.get(register.name, register) is not register:
        raise ValueError(f"{register.name} is declared twice")
    _registers[register.name] = register
    return register


def register_intake(register: Register, intake: Intake) -> None:
    """Let tables be taken into the register; said in the app's `intakes.py`, loaded when somebody first asks."""
    _intakes[register.name] = intake


@cache
def _gather_intakes() -> None:
    autodiscover_modules("intakes")


def intake_of(register: Register) -> Intake | None:
    """How tables are taken into the register, if they are."""
    _gather_intakes()
    return _intakes.get(register.name)


def registers() -> tuple[Register, ...]:
    """All registers, in the order in which the apps of the house start."""
    return tuple(_registers.values())


def register_named(name: str) -> Register:
    """The register of that name; RegisterNotFound."""
    try:
        return _registers[name]
    except KeyError:
        raise RegisterNotFound from None


def register_of(record: Record) -> Register:
    """The register that keeps records of that kind."""
    return next(each for each in _registers.values() if isinstance(record, each.record))
