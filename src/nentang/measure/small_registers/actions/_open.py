"""What opening an entry writes: its number, its case, the row; and how what was typed is checked."""

from collections.abc import Mapping
from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import open_case
from nentang.foundation.organizations.public import Organization
from nentang.kernel.clock import legal_day
from nentang.measure.small_registers.enums import Kind
from nentang.measure.small_registers.errors import EntryIncomplete
from nentang.measure.small_registers.models import Entry, EntryCounter
from nentang.measure.small_registers.rules.registers import Register
from nentang.measure.small_registers.rules.typed import Fault, Value, Values, title_of

Typed = Mapping[str, str]


def refuse(faults: Mapping[str, Fault]) -> None:
    """EntryIncomplete names every field that is wrong."""
    if faults:
        fields = {name: [str(fault.kind), fault.other] for name, fault in faults.items()}
        raise EntryIncomplete(fields=fields, count=len(faults))


def open_entry(
    register: Register,
    body: Organization,
    values: dict[str, Value],
    *,
    units: Mapping[str, str],
    person_id: int | None,
    sent_for_id: int | None,
    statement: str,
    actor: Actor,
    at: datetime,
) -> Entry:
    """The entry in the first state of its register; inside a transaction."""
    code = _next_code(register, body, at)
    title = title_of(register, values, units)[:200]
    case = open_case(
        kind=register.kind,
        code=code,
        organization_id=body.pk,
        title=title or register.title.vi,
        applicant_person_id=person_id,
        applicant_name=actor.name if person_id else "",
        channel="online",
        unit_code=unit_of(register, values, body),
        actor=actor,
        at=at,
    )
    return Entry.objects.create(
        case=case,
        code=code,
        register=register.code,
        organization=body,
        unit_code=case.unit_code,
        sent_for_id=sent_for_id,
        statement=statement,
        title=title,
        values=values,
        prepared_by_id=None if person_id else actor.account_id,
        entered_at=at,
    )


def _next_code(register: Register, body: Organization, at: datetime) -> str:
    """`H07-TM20-0001`: the body, the register and year, the number of the body in that year."""
    year = legal_day(at).year
    serial = EntryCounter.take(organization_id=body.pk, year=year)
    return f"{body.code_qcvn102 or f'O{body.pk}'}-{register.short}{year % 100:02d}-{serial:04d}"


def unit_of(register: Register, values: Values, body: Organization) -> str:
    """The commune that the entry is about, or the place of its body."""
    named = next((str(values[f.id]) for f in register.fields if f.kind is Kind.UNIT and f.id in values), "")  # fmt: skip
    return named or (body.unit.code if body.unit else "")
