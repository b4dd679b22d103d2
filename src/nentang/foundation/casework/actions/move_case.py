"""Move a case along its table."""

from datetime import datetime
from typing import Any

from django.db import transaction

from nentang.agreements.actor import Actor, ActorKind
from nentang.foundation.casework.errors import RoleMissing, StepNotPossible
from nentang.foundation.casework.events import CaseMoved
from nentang.foundation.casework.models import Case
from nentang.foundation.casework.registry import kind_named
from nentang.foundation.casework.rules.kinds import State, Transition
from nentang.foundation.casework.rules.working_time import add_working_minutes, working_minutes
from nentang.foundation.outbox.public import publish

from ._change import change, end_spell, write_down


@transaction.atomic
def move_case(
    *,
    case: Case,
    step: str,
    actor: Actor,
    at: datetime,
    note: str = "",
    public_note: str = "",
) -> Case:
    """The case in the target state of the step; its clock stops and runs on with suspension.

    Publishes CaseMoved. Raises StepNotPossible, RoleMissing, ChangedMeanwhile.
    """
    kind = kind_named(case.kind)
    transition = kind.transitions[step]
    if case.state not in transition.sources:
        raise StepNotPossible
    _check_role(case, transition, actor)
    target = kind.states[transition.target]
    if _ends_spell(case, target):
        end_spell(case, at)
    change(case, **_values(case, target, at))
    write_down(case, step, actor, at, note=note, public_note=public_note)
    publish(
        CaseMoved(case.pk, case.kind, case.code, step, case.state, case.holder_id),
        at=at,
        key=case.code,
    )
    return case


def _check_role(case: Case, transition: Transition, actor: Actor) -> None:
    if not transition.roles or actor.kind is ActorKind.SYSTEM:
        return
    if not actor.has_role(*transition.roles, organization_id=case.holder_id):
        raise RoleMissing


def _ends_spell(case: Case, target: State) -> bool:
    return target.is_final or target.is_suspended != (case.suspended_at is not None)


def _values(case: Case, target: State, at: datetime) -> dict[str, Any]:
    """The columns that the move sets."""
    values: dict[str, Any] = {"state": target.name}
    if _ends_spell(case, target):
        values["held_since"] = at
    if target.is_suspended and case.suspended_at is None:
        values["suspended_at"] = at
    if not target.is_suspended and case.suspended_at is not None:
        values |= {"suspended_at": None, "due_at": _shifted(case, at)}
    if target.is_final:
        values["closed_at"] = at
    return values


def _shifted(case: Case, at: datetime) -> datetime | None:
    """The due time with as much working time left as there was when the clock stopped."""
    if case.due_at is None or case.suspended_at is None or case.due_at <= case.suspended_at:
        return case.due_at
    return add_working_minutes(at, working_minutes(case.suspended_at, case.due_at))
