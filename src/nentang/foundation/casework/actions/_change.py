"""The writes that every change of a case needs: the row if nobody was faster, the ended spell, the trace."""

from datetime import datetime
from typing import Any

from nentang.agreements.actor import Actor, ActorKind
from nentang.foundation.audit.public import record
from nentang.foundation.casework.adapters import insert, update_if_unchanged
from nentang.foundation.casework.errors import ChangedMeanwhile
from nentang.foundation.casework.indicators import CASE_HELD
from nentang.foundation.casework.models import Case, HolderSpell, TimelineEntry
from nentang.foundation.facts.public import record_fact

SPELL = ("case_id", "organization_id", "account_id", "is_suspension", "from_at", "to_at", "minutes")
ENTRY = (
    *("case_id", "at", "step", "state", "organization_id", "account_id"),
    *("note", "public_note"),
)


def change(case: Case, **values: Any) -> None:
    """Set the values in one UPDATE, if the case is still as it was read; else ChangedMeanwhile."""
    values["version"] = case.version + 1
    if not update_if_unchanged(case, case.version, values):
        raise ChangedMeanwhile
    for name, value in values.items():
        setattr(case, name, value)


def change_and_end_spell(case: Case, at: datetime, **values: Any) -> None:
    """`change`, and write down the spell of holding that ends with it, and its fact."""
    spell = HolderSpell.ended(case, at)
    total = "waited_minutes" if spell.is_suspension else "held_minutes"
    change(case, held_since=at, **{total: getattr(case, total) + spell.minutes}, **values)
    insert(spell, *SPELL)
    record_fact(
        CASE_HELD,
        at=at,
        organization_id=spell.organization_id,
        unit_code=case.unit_code,
        kind=case.kind,
        minutes=spell.minutes,
        is_suspension=spell.is_suspension,
    )


def write_down(
    case: Case, step: str, actor: Actor, at: datetime, *, note: str = "", public_note: str = ""
) -> None:
    """The timeline entry and the audit record of a change."""
    entry = TimelineEntry(
        case=case,
        at=at,
        step=step,
        state=case.state,
        organization_id=case.holder_id,
        account_id=None if actor.kind is ActorKind.SYSTEM else actor.account_id,
        note=note,
        public_note=public_note,
    )
    insert(entry, *ENTRY)
    record(
        actor=actor,
        action=f"{case.kind}.{step}",
        subject=f"case:{case.pk}",
        organization_id=case.holder_id,
        person_id=case.applicant_id,
        at=at,
    )
