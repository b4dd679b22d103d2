"""What is typed into a register: read by the kind of each field, with every fault by its name."""

import re
from collections.abc import Collection, Mapping
from datetime import date
from urllib.parse import urlsplit

from nentang.kernel.frozen import Frozen
from nentang.measure.small_registers.enums import FaultKind, Kind

from .registers import Field, Register

Value = str | int
Values = Mapping[str, Value]
MOST_DIGITS = 15
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 1, 1)
_GROUPED = re.compile(r"\d{1,3}(\.\d{3})+|\d+", re.ASCII)
_LABEL = r"[a-z0-9]([a-z0-9\-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"({_LABEL}\.)+[a-z]{{2,24}}", re.ASCII)
_PERSONAL = re.compile(
    r"[\w.+\-]+@[\w\-]+\.\w|(?<!\d)\d{12}(?!\d)|(?<!\d)(?:\+84|0)[35789](?:[ .]?\d){8}(?!\d)"
)


class Fault(Frozen):
    """What is wrong with a field; `other` is the title of the field it contradicts, in Vietnamese."""

    kind: FaultKind
    other: str = ""


class Reading(Frozen):
    """What could be read, and what is wrong."""

    values: dict[str, Value]
    faults: dict[str, Fault]


def read(
    register: Register,
    typed: Mapping[str, str],
    *,
    today: date,
    units: Collection[str] = (),
    for_submitter: bool = False,
) -> Reading:
    """The values by field. Empty fields are left out; whether any is missing is asked by `missing`.

    `units` are the codes that may be chosen; a submitter is not asked what is for officers.
    """
    values: dict[str, Value] = {}
    faults: dict[str, Fault] = {}
    for each in register.fields:
        text = "" if for_submitter and each.is_for_officers else typed.get(each.id, "").strip()
        if not text:
            continue
        value = _value(each, text[: each.longest], today, units)
        if isinstance(value, FaultKind):
            faults[each.id] = Fault(value)
        else:
            values[each.id] = value
    return Reading(values, {**faults, **_too_many(register, values)})


def missing(
    register: Register,
    values: Values,
    needs: Collection[str] = (),
    *,
    for_submitter: bool = False,
) -> dict[str, Fault]:
    """A fault for each field that has to be filled in and is not."""
    return {
        each.id: Fault(FaultKind.MISSING)
        for each in register.fields
        if (each.is_required or each.id in needs)
        and each.id not in values
        and not (for_submitter and each.is_for_officers)
    }


def public_part(register: Register, values: Values) -> dict[str, Value]:
    """What everybody reads of the values."""
    public = {each.id for each in register.public_fields}
    return {name: value for name, value in values.items() if name in public}


def title_of(register: Register, values: Values, units: Mapping[str, str]) -> str:
    """What an entry is called: its title field, a choice in its Vietnamese words, a unit by its name."""
    field = register.field(register.title_field)
    value = str(values.get(field.id, ""))
    if value in field.options:
        return field.options[value].vi
    return units.get(value, value) if field.kind is Kind.UNIT else value


def _value(field: Field, text: str, today: date, units: Collection[str]) -> Value | FaultKind:
    if field.kind in (Kind.NUMBER, Kind.MONEY):
        return _whole(text)
    if field.kind is Kind.DAY:
        return _day(field, text, today)
    if field.kind is Kind.URL:
        return text if _is_url(text) else FaultKind.NOT_URL
    if field.kind is Kind.CHOICE:
        return text if text in field.options else FaultKind.NOT_OFFERED
    if field.kind is Kind.UNIT:
        return text if text in units else FaultKind.NOT_OFFERED
    if field.kind is Kind.DOMAIN:
        name = text.lower().rstrip(".")
        return name if _DOMAIN.fullmatch(name) else FaultKind.NOT_DOMAIN
    return FaultKind.PERSONAL if field.is_public and _PERSONAL.search(text) else text


def _whole(text: str) -> int | FaultKind:
    plain = "".join(text.split())
    if not _GROUPED.fullmatch(plain):
        return FaultKind.NOT_WHOLE
    digits = plain.replace(".", "")
    return int(digits) if len(digits) <= MOST_DIGITS else FaultKind.NOT_WHOLE


def _day(field: Field, text: str, today: date) -> str | FaultKind:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return FaultKind.NOT_DAY
    if not FIRST_DAY <= day <= LAST_DAY:
        return FaultKind.NOT_DAY
    return FaultKind.IN_FUTURE if field.is_past and day > today else day.isoformat()


def _is_url(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    is_plain = text.isprintable() and not any(each in text for each in " <>\"'")
    return parts.scheme == "https" and "." in parts.netloc and "@" not in parts.netloc and is_plain


def _too_many(register: Register, values: Values) -> dict[str, Fault]:
    faults = {}
    for each in register.fields:
        mine, other = values.get(each.id), values.get(each.at_most) if each.at_most else None
        if isinstance(mine, int) and isinstance(other, int) and mine > other:
            title = register.field(each.at_most).title.vi
            faults[each.id] = Fault(FaultKind.TOO_MANY, title)
    return faults
