"""Take in cases that another system worked on, as they went there."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from msgspec import Struct, field

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import add_rows, record, reserve_ids
from nentang.foundation.casework.indicators import CASE_CLOSED, CASE_HELD
from nentang.foundation.casework.models import Case, HolderSpell, TimelineEntry
from nentang.foundation.casework.registry import kind_named
from nentang.foundation.casework.rules.kinds import CaseKind
from nentang.foundation.casework.rules.working_time import working_minutes
from nentang.foundation.facts.public import FactEntry, record_facts
from nentang.kernel.frozen import Frozen
from nentang.kernel.text import fold

from ._change import ENTRY, SPELL

CASE = (
    *("id", "kind", "code", "title", "state", "organization_id", "holder_id", "unit_code"),
    *("applicant_id", "applicant_name", "folded", "channel", "opened_at", "held_since"),
    *("clock_started_at", "due_at", "suspended_at", "closed_at", "held_minutes", "waited_minutes"),
    "version",
)


class PastStep(Frozen, gc=False):
    """A step that was taken elsewhere: its name in the kind's table, or `open`, and when."""

    name: str
    at: datetime


class PastCase(Frozen, kw_only=True, gc=False):
    """A case as another system knows it; `steps` begin with `open` and stand in order of time."""

    code: str
    title: str
    organization_id: int
    holder_id: int
    unit_code: str
    applicant_id: int
    applicant_name: str
    channel: str
    steps: Sequence[PastStep]
    clock_started_at: datetime | None
    due_at: datetime | None


class _Course(Struct, gc=False):
    """How a case went, told from its steps."""

    states: list[str] = field(default_factory=list)
    spells: list[tuple[bool, datetime, datetime, int]] = field(default_factory=list)
    suspended_at: datetime | None = None
    closed_at: datetime | None = None

    def minutes(self, *, suspended: bool) -> int:
        return sum(spell[3] for spell in self.spells if spell[0] is suspended)


@transaction.atomic
def take_in_cases(
    *, kind: str, cases: Sequence[PastCase], note: str, actor: Actor, at: datetime
) -> Sequence[int]:
    """Their numbers, in order. State, spells and working time follow from the steps and the kind's table.

    Facts count on the days when it happened. `note` is what the applicant reads beside the opening.
    Nobody is told: no event is published. The steps need not follow the table's sources.
    """
    table = kind_named(kind)
    numbers = reserve_ids(Case, len(cases))
    courses = [_course(table, case) for case in cases]
    told = list(zip(numbers, cases, courses, strict=True))
    add_rows(Case, CASE, (_case(kind, *each) for each in told))
    add_rows(TimelineEntry, ENTRY, _entries(told, note))
    add_rows(HolderSpell, SPELL, _spells(told))
    record_facts(CASE_HELD, _held(kind, told))
    record_facts(CASE_CLOSED, _closed(kind, told))
    record(
        actor=actor,
        action="casework.take_in_cases",
        subject=f"kind:{kind}",
        at=at,
        details={"cases": len(cases)},
    )
    return numbers


_Told = list[tuple[int, PastCase, _Course]]


def _course(table: CaseKind, case: PastCase) -> _Course:
    course, since = _Course(), case.steps[0].at
    for step in case.steps:
        name = table.initial if step.name == "open" else table.transitions[step.name].target
        state, was_suspended = table.states[name], course.suspended_at is not None
        course.states.append(name)
        if state.is_final or state.is_suspended != was_suspended:
            minutes = working_minutes(since, step.at)
            course.spells.append((was_suspended, since, step.at, minutes))
            since = step.at
            course.suspended_at = step.at if state.is_suspended else None
        if state.is_final:
            course.closed_at = step.at
    return course


def _case(kind: str, number: int, case: PastCase, course: _Course) -> tuple[Any, ...]:
    opened_at = case.steps[0].at
    return (
        *(number, kind, case.code, case.title, course.states[-1], case.organization_id),
        *(case.holder_id, case.unit_code, case.applicant_id, case.applicant_name),
        fold(f"{case.code} {case.applicant_name} {case.title}")[:400],
        *(case.channel, opened_at, course.spells[-1][2] if course.spells else opened_at),
        *(case.clock_started_at, case.due_at, course.suspended_at, course.closed_at),
        *(course.minutes(suspended=False), course.minutes(suspended=True), len(case.steps)),
    )


def _entries(told: _Told, note: str) -> Iterator[tuple[Any, ...]]:
    for number, case, course in told:
        for step, state in zip(case.steps, course.states, strict=True):
            shown = note if step.name == "open" else ""
            yield number, step.at, step.name, state, case.organization_id, None, "", shown


def _spells(told: _Told) -> Iterator[tuple[Any, ...]]:
    for number, case, course in told:
        for is_suspension, since, until, minutes in course.spells:
            yield number, case.organization_id, None, is_suspension, since, until, minutes


def _held(kind: str, told: _Told) -> Iterable[FactEntry]:
    for _, case, course in told:
        for is_suspension, _since, until, minutes in course.spells:
            fields = {"kind": kind, "minutes": minutes, "is_suspension": is_suspension}
            yield _fact(case, until, fields)


def _closed(kind: str, told: _Told) -> Iterable[FactEntry]:
    for _, case, course in told:
        if course.closed_at is not None:
            fields = {
                "kind": kind,
                "channel": case.channel,
                "held_minutes": course.minutes(suspended=False),
                "waited_minutes": course.minutes(suspended=True),
                "has_due_time": case.due_at is not None,
                "on_time": case.due_at is None or course.closed_at <= case.due_at,
            }
            yield _fact(case, course.closed_at, fields)


def _fact(case: PastCase, at: datetime, fields: dict[str, object]) -> FactEntry:
    return FactEntry(
        at=at, organization_id=case.organization_id, unit_code=case.unit_code, fields=fields
    )
