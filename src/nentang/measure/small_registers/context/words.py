"""Entries in words: values by the kind of their fields, states, steps."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from django.utils.translation import get_language, gettext_lazy

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import kind_named
from nentang.foundation.organizations.public import UnitNotFound, unit_as_of
from nentang.foundation.portal.public import day_words, money_words, number_words
from nentang.kernel.frozen import Frozen
from nentang.measure.small_registers.enums import Kind
from nentang.measure.small_registers.models import Entry
from nentang.measure.small_registers.permissions import can_keep, is_sender
from nentang.measure.small_registers.rules.registers import Field, Register
from nentang.measure.small_registers.rules.typed import Value

LEVELS = {
    "ministry": gettext_lazy("bộ"),
    "province": gettext_lazy("tỉnh"),
    "district": gettext_lazy("huyện"),
    "commune": gettext_lazy("xã"),
}


class Line(Frozen):
    """A field of an entry as it is read; `url` makes it a link, `is_public` whether everybody reads it."""

    title: str
    value: str
    url: str = ""
    is_public: bool = True


class ShownState(Frozen):
    """A state in words and a tone (ok, wait, late, info)."""

    words: str
    tone: str


class ShownStep(Frozen):
    """A step that the reader may take now."""

    name: str
    title: str
    asks: bool
    is_quiet: bool
    is_closed_by_four_eyes: bool = False


def spoken() -> str:
    """`en` on English pages, else `vi`."""
    return "en" if (get_language() or "vi").startswith("en") else "vi"


def level_words(level: str) -> str:
    """The level of a body."""
    return str(LEVELS.get(level, level))


def entry_title(register: Register, entry: Entry, *, is_public: bool = True) -> str:
    """What the entry is called, a choice in the reader's language."""
    values = entry.shown if is_public else entry.values
    field = register.field(register.title_field)
    option = field.options.get(str(values.get(field.id, "")))
    if option:
        return option.said(spoken())
    title = entry.shown_title if is_public else entry.title
    return title or register.title.said(spoken())


def entry_lines(
    register: Register, values: Mapping[str, Value], on: date, *, only_public: bool = True
) -> list[Line]:
    """Every field that is filled in, in the order of the register."""
    fields = register.public_fields if only_public else register.fields
    return [_line(each, values[each.id], on) for each in fields if each.id in values]


def state_words(register: Register, state: str) -> ShownState:
    """Where an entry stands."""
    kind, meaning = kind_named(register.kind), register.states[state]
    tone = "info" if meaning.is_over else "ok" if kind.states[state].is_final else "wait"
    return ShownState(kind.states[state].title(spoken()), tone)


def steps_for(register: Register, entry: Entry, actor: Actor) -> list[ShownStep]:
    """The steps that the actor may take now; one that another officer must take is said, not offered."""
    kind, state = kind_named(register.kind), entry.case.state
    found = []
    for step in kind.transitions.values():
        meaning = register.steps[step.name]
        has_role = not step.roles or actor.has_role(
            *step.roles, organization_id=entry.organization_id
        )
        may = is_sender(actor, entry) if meaning.by_submitter else can_keep(actor, register, entry)
        if state in step.sources and has_role and may:
            is_own = meaning.four_eyes and actor.account_id == entry.prepared_by_id
            found.append(
                ShownStep(
                    step.name,
                    step.title(spoken()),
                    meaning.needs_reason,
                    meaning.needs_reason or meaning.by_submitter,
                    is_own,
                )
            )
    return found


def value_words(field: Field, value: Value, on: date) -> str:
    """The value as it is read."""
    if field.kind is Kind.CHOICE:
        option = field.options.get(str(value))
        return option.said(spoken()) if option else str(value)
    if field.kind is Kind.NUMBER:
        return number_words(int(value), spoken(), 0)
    if field.kind is Kind.MONEY:
        return money_words(int(value), spoken())
    if field.kind is Kind.DAY:
        return day_words(date.fromisoformat(str(value)), spoken())
    return unit_words(str(value), on) if field.kind is Kind.UNIT else str(value)


def unit_words(code: str, on: date) -> str:
    """The name of a unit of that day, or its code."""
    try:
        return unit_as_of(code, on).full_name
    except UnitNotFound:
        return code


def file_rows(
    register: Register, entries: Iterable[Entry]
) -> tuple[list[str], Iterator[tuple[object, ...]]]:
    """Head and rows of the register as a file: plain values, choices in words."""
    language = spoken()
    head = [each.title.said(language) for each in register.public_fields]
    return head, (_file_row(register, entry, language) for entry in entries)


def _file_row(register: Register, entry: Entry, language: str) -> tuple[object, ...]:
    values = []
    for each in register.public_fields:
        value = entry.shown.get(each.id, "")
        option = each.options.get(str(value))
        values.append(option.said(language) if option else value)
    state = kind_named(register.kind).states[entry.public_state].title(language)
    return (entry.code, entry.organization.name, state, *values, entry.confirm_by or "")


def _line(field: Field, value: Value, on: date) -> Line:
    url = str(value) if field.kind is Kind.URL else ""
    return Line(field.title.said(spoken()), value_words(field, value, on), url, field.is_public)
