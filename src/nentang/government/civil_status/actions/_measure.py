"""The facts that the measure is computed from."""

from datetime import date, datetime

from nentang.foundation.facts.public import record_fact
from nentang.foundation.registers.public import Basis, BasisKind
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
    record_fact(
        ENTRY_MADE,
        at=at,
        organization_id=entry.keeper_id,
        unit_code=entry.unit_code,
        register=entry.KIND.value,
        source=str(BasisKind(basis.kind).value),
        in_time=_in_time(facts, entry.registered_on),
        with_number=bool(getattr(facts, facts.NUMBERS[0])),
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
