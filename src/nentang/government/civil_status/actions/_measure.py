"""The facts that the measure is computed from."""

from datetime import date, datetime

from nentang.foundation.facts.public import FactEntry, record_facts
from nentang.foundation.organizations.public import OrganizationInfo, organization
from nentang.foundation.registers.public import Basis, BasisKind
from nentang.government.civil_status.enums import BookKind
from nentang.government.civil_status.indicators import ENTRY_MADE
from nentang.government.civil_status.models import (
    BirthFacts,
    CivilEntry,
    CivilFacts,
    DeathFacts,
)
from nentang.government.civil_status.rules.law import birth_term_law, death_term_law, rule_on
from nentang.government.civil_status.rules.remarks import is_in_time


def measure_entry(entry: CivilEntry, facts: CivilFacts, basis: Basis, at: datetime) -> None:
    """That an entry was made: whether in time, whether with a personal number, from which source."""
    body = organization(entry.keeper_id)
    source = BasisKind(basis.kind)
    record_facts(ENTRY_MADE, [entry_fact(entry.KIND, facts, entry.registered_on, source, body, at)])


def entry_fact(
    kind: BookKind,
    facts: CivilFacts,
    registered_on: date,
    source: BasisKind,
    body: OrganizationInfo,
    at: datetime,
) -> FactEntry:
    """The same as a value, for many."""
    return FactEntry(
        at=at,
        organization_id=body.id,
        unit_code=body.unit_code,
        fields={
            "register": kind.value,
            "source": source.value,
            "in_time": _in_time(facts, registered_on),
            "with_number": bool(getattr(facts, facts.NUMBERS[0])),
        },
    )


def _in_time(facts: CivilFacts, registered_on: date) -> bool:
    """Births and deaths have a term; all others are in time."""
    if isinstance(facts, BirthFacts):
        happened, law = facts.birth, birth_term_law()
    elif isinstance(facts, DeathFacts):
        happened, law = facts.died, death_term_law()
    else:
        return True
    rule = rule_on(law, registered_on)
    return rule is None or is_in_time(happened, registered_on, rule.value)
