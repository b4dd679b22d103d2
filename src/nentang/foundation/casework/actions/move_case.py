"""Move a case along its table."""

from datetime import datetime
from typing import Any

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.errors import StepNotPossible
from nentang.foundation.casework.events import CaseMoved
from nentang.foundation.casework.indicators import CASE_CLOSED
from nentang.foundation.casework.models import Case
from nentang.foundation.casework.permissions import check_may_step
from nentang.foundation.casework.registry import kind_named
from nentang.foundation.casework.rules.kinds import State
from nentang.foundation.casework.rules.working_time import add_working_minutes, working_minutes
from nentang.foundation.facts.public import record_fact
from nentang.foundation.outbox.public import publish

from ._change import change, change_and_end_spell, write_down


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

    A step that reopens takes away clock, due times and whoever had it: the app starts it anew.

    Publishes CaseMoved. Raises StepNotPossible, RoleMissing, and ChangedMeanwhile where somebody
    else was faster: of two moves at once exactly one happens.
    """
    kind = kind_named(case.kind)
    transition = kind.transitions.get(step)
    if transition is None or case.state not in transition.sources:
        raise StepNotPossible
    check_may_step(actor, case, transition)
    with transaction.atomic(savepoint=False):
        if transition.reopens:
            _reopen(case, kind.states[transition.target], at)
        else:
            _enter(case, kind.states[transition.target], at)
        write_down(case, step, actor, at, note=note, public_note=public_note)
        publish(
            CaseMoved(case.pk, case.kind, case.code, step, case.state, case.holder_id),
            at=at,
            key=case.code,
        )
        if case.closed_at:
            _record_closed(case, at)
    return case


def _enter(case: Case, target: State, at: datetime) -> None:
    """Set the state; a spell of holding ends where the case is closed, suspended or resumed."""
    values: dict[str, Any] = {"state": target.name}
    was_suspended = case.suspended_at is not None
    if target.is_final:
        values["closed_at"] = at
    elif target.is_suspended == was_suspended:
        return change(case, **values)
    if was_suspended:
        values |= {"suspended_at": None, "due_at": _shifted(case, case.due_at, at)}
        values |= {"first_due_at": _shifted(case, case.first_due_at, at)}
    elif target.is_suspended:
        values["suspended_at"] = at
    return change_and_end_spell(case, at, **values)


def _reopen(case: Case, target: State, at: datetime) -> None:
    """Begin anew in that state; the time between the end and now was nobody's."""
    values: dict[str, Any] = dict.fromkeys(
        ("closed_at", "suspended_at", "clock_started_at", "due_at", "first_due_at", "warned_at")
    )
    values |= {"state": target.name, "assignee_id": None}
    if case.closed_at:
        return change(case, held_since=at, **values)
    return change_and_end_spell(case, at, **values)


def _shifted(case: Case, due: datetime | None, at: datetime) -> datetime | None:
    """The due time with as much working time left as there was when the clock stopped."""
    if due is None or case.suspended_at is None or due <= case.suspended_at:
        return due
    return add_working_minutes(at, working_minutes(case.suspended_at, due))


def _record_closed(case: Case, at: datetime) -> None:
    record_fact(
        CASE_CLOSED,
        at=at,
        organization_id=case.organization_id,
        unit_code=case.unit_code,
        kind=case.kind,
        channel=case.channel,
        held_minutes=case.held_minutes,
        waited_minutes=case.waited_minutes,
        has_due_time=case.due_at is not None,
        on_time=not case.is_overdue(at),
    )
