"""Forms of entries: made from the fields of the register, with what was typed and what is wrong."""

from collections.abc import Mapping

from django.http import QueryDict

from nentang.foundation.portal.public import TypedField
from nentang.measure.small_registers.enums import FaultKind, Kind
from nentang.measure.small_registers.rules.registers import Field, Register
from nentang.measure.small_registers.rules.typed import Values

from .words import spoken

SHOWN_AS = {
    Kind.LONG: "long",
    Kind.NUMBER: "number",
    Kind.MONEY: "number",
    Kind.DAY: "day",
    Kind.URL: "url",
    Kind.CHOICE: "choice",
    Kind.UNIT: "choice",
}
Faults = Mapping[str, list[str]]


def typed_of(register: Register, sent: QueryDict) -> dict[str, str]:
    """What a form sent of the fields of the register, as it was typed."""
    return {each.id: sent.get(each.id, "")[: each.longest] for each in register.fields}


def as_typed(values: Values) -> dict[str, str]:
    """The values as they would be typed."""
    return {name: str(value) for name, value in values.items()}


def typed_fields(
    register: Register,
    typed: Mapping[str, object],
    faults: Faults,
    units: Mapping[str, str],
    *,
    for_submitter: bool = False,
) -> list[TypedField]:
    """The fields in the order of the register."""
    return [
        _field(register, each, str(typed.get(each.id, "")), faults, units)
        for each in register.fields
        if not (for_submitter and each.is_for_officers)
    ]


def fault_words(register: Register, fault: list[str]) -> str:
    """What is wrong with a field, in the reader's language."""
    kind, *others = fault
    other = next((f.title for f in register.fields if f.title.vi in others), None)
    return str(FaultKind(kind).label).format(other=other.said(spoken()) if other else "")


def _field(
    register: Register, field: Field, value: str, faults: Faults, units: Mapping[str, str]
) -> TypedField:
    fault = faults.get(field.id)
    options = (
        units.items()
        if field.kind is Kind.UNIT
        else ((key, words.said(spoken())) for key, words in field.options.items())
    )
    return TypedField(
        field.id,
        field.title.said(spoken()),
        SHOWN_AS.get(field.kind, "text"),
        value,
        field.hint.said(spoken()) if field.hint else "",
        fault_words(register, fault) if fault else "",
        options=tuple(options),
        longest=field.longest,
        is_required=field.is_required,
    )
