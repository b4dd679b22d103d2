"""A case from opening to closing in 8 transactions, against plain Django and against psycopg by hand.

All three write the same rows, which is checked before anything is timed: 1 case updated 7 times, 7
timeline entries, 8 audit records, 5 events with 3 deliveries, 3 spells of holding, 4 facts.
Ours reads the case anew for every step, checks role and transition, and computes working time besides.
"""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from uuid import uuid4

from benchmarks.database import ON_POSTGRESQL, URL, prepare

prepare()

import psycopg  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from psycopg.types.json import Jsonb  # noqa: E402

from benchmarks.harness import FULL, compare  # noqa: E402
from nentang.foundation.audit.models import Record  # noqa: E402
from nentang.foundation.audit.public import RowBy  # noqa: E402
from nentang.foundation.casework.models import Case, HolderSpell, TimelineEntry  # noqa: E402
from nentang.foundation.casework.public import (  # noqa: E402
    assign_case,
    move_case,
    open_case,
    start_clock,
)
from nentang.foundation.facts.models import Fact  # noqa: E402
from nentang.foundation.outbox.models import Delivery, Event  # noqa: E402
from tests.government.services.factories import Office, make_applicant, make_office  # noqa: E402

AT = datetime(2020, 12, 7, 2, 0, tzinfo=UTC)
SLICE = 40 if FULL else 12
TABLES = (Case, TimelineEntry, Record, Event, Delivery, HolderSpell, Fact)
TELL, DROP = "services.tell_applicant", "services.drop_consultations"
TITLE, NAME, UNIT = "Đăng ký khai sinh", "Lê Thị Mẫu", "98001"
_serial = count(1)
_read = RowBy(lambda number: Case.objects.filter(code=number), str)  # as steps of a dossier do


@dataclass(frozen=True)
class Step:
    """One transaction after the opening, as the peers write it."""

    name: str
    state: str
    set: dict[str, Any] = field(default_factory=dict)
    is_move: bool = True
    listeners: tuple[str, ...] = ()
    ends_spell: bool = False
    waited: int = 0


STEPS = (
    Step("receive", "received", listeners=(TELL,)),
    Step(
        "start_clock",
        "received",
        {"clock_started_at": AT, "due_at": AT + timedelta(days=3)},
        is_move=False,
    ),
    Step("examine", "processing"),
    Step("assign", "processing", is_move=False, ends_spell=True),
    Step("propose", "deciding"),
    Step("grant", "done", {"suspended_at": AT}, ends_spell=True),
    Step(
        "return_result",
        "returned",
        {"suspended_at": None, "closed_at": AT},
        listeners=(TELL, DROP),
        ends_spell=True,
        waited=20,
    ),
)


def read(number: str) -> Case:
    case = _read(number)
    assert case
    return case


def code() -> str:
    return f"000.00.37.H42-201207-{next(_serial):06d}"


def ours(office: Office, person_id: int) -> Callable[[], int]:
    """The actions of casework, each on a freshly read case."""
    clerk, leader = office.clerk, office.leader

    def cycle() -> None:
        number = code()
        open_case(
            kind="dossier", code=number, organization_id=office.body.pk, title=TITLE,
            applicant_person_id=person_id, applicant_name=NAME, channel="online", unit_code=UNIT,
            actor=clerk, at=AT,
        )  # fmt: skip
        move_case(case=read(number), step="receive", actor=clerk, at=AT)
        start_clock(case=read(number), working_days=3, actor=clerk, at=AT)
        move_case(case=read(number), step="examine", actor=clerk, at=AT)
        assign_case(case=read(number), account_id=clerk.account_id, actor=clerk, at=AT)
        move_case(case=read(number), step="propose", actor=clerk, at=AT)
        move_case(case=read(number), step="grant", actor=leader, at=AT)
        move_case(
            case=read(number), step="return_result", actor=clerk, at=AT + timedelta(minutes=20)
        )

    return repeated(cycle)


def plain_django(office: Office, person_id: int) -> Callable[[], int]:
    """What one writes without a house: lock, set, save, create."""
    body, clerk = office.body.pk, office.clerk

    def trace(case: Case, step: str, *, timeline: bool = True) -> None:
        if timeline:
            TimelineEntry.objects.create(
                case=case,
                at=AT,
                step=step,
                state=case.state,
                organization_id=body,
                account_id=clerk.account_id,
            )
        Record.objects.create(
            at=AT, actor_kind="officer", actor_account_id=clerk.account_id, actor_person_id=clerk.person_id,
            actor_name=clerk.name, actor_role="clerk", organization_id=body, action=f"dossier.{step}",
            subject=f"case:{case.pk}", person_id=person_id,
        )  # fmt: skip

    def fact(kind: str, payload: dict[str, Any]) -> None:
        Fact.objects.create(
            kind=kind,
            version=1,
            occurred_at=AT,
            day=AT.date(),
            organization_id=body,
            unit_code=UNIT,
            payload=payload,
        )

    @transaction.atomic
    def open_() -> int:
        number = code()
        case = Case.objects.create(
            kind="dossier", code=number, title=TITLE, state="registered", organization_id=body, holder_id=body,
            unit_code=UNIT, applicant_id=person_id, applicant_name=NAME, folded=number, channel="online",
            opened_at=AT, held_since=AT,
        )  # fmt: skip
        trace(case, "open")
        return case.pk

    @transaction.atomic
    def take(step: Step, case_id: int) -> None:
        case = Case.objects.select_for_update().get(pk=case_id)
        if step.ends_spell:
            HolderSpell.objects.create(
                case=case, organization_id=body, account_id=case.assignee_id, from_at=case.held_since,
                to_at=AT, minutes=step.waited, is_suspension=bool(step.waited),
            )  # fmt: skip
            fact("casework.held", HELD)
            case.held_since, case.waited_minutes = AT, case.waited_minutes + step.waited
        if step.name == "assign":
            case.assignee_id = clerk.account_id
        case.state, case.version = step.state, case.version + 1
        for name, value in step.set.items():
            setattr(case, name, value)
        case.save()
        trace(case, step.name, timeline=step.name != "start_clock")
        if step.is_move:
            event = Event.objects.create(
                uuid=uuid4(), name="casework.case_moved", version=1, key=case.code,
                payload=moved(case.pk, case.code, step), occurred_at=AT,
            )  # fmt: skip
            for name in step.listeners:
                Delivery.objects.create(event=event, listener=name, key=case.code, due_at=AT)
        if case.closed_at:
            fact("casework.closed", CLOSED)

    def cycle() -> None:
        case_id = open_()
        for step in STEPS:
            take(step, case_id)

    return repeated(cycle)


def by_hand(office: Office, person_id: int) -> Callable[[], int]:
    """Each transaction as the SQL that somebody who knows it all would send, prepared."""
    body, clerk = office.body.pk, office.clerk
    session = psycopg.connect(URL, autocommit=True, prepare_threshold=0)
    session.execute("SET synchronous_commit = off")
    pin(session.info.backend_pid)

    def trace(
        run: Callable[..., Any], case_id: int, step: str, state: str, *, timeline: bool = True
    ) -> None:
        if timeline:
            run(TIMELINE, (case_id, AT, step, state, body, clerk.account_id))
        run(
            AUDIT,
            (
                AT,
                clerk.account_id,
                clerk.person_id,
                clerk.name,
                body,
                f"dossier.{step}",
                f"case:{case_id}",
                person_id,
            ),
        )

    def open_() -> tuple[int, str]:
        number = code()
        with session.transaction(), session.cursor() as cursor:
            cursor.execute(OPEN, (number, TITLE, body, body, UNIT, person_id, NAME, number, AT, AT))
            case_id = cursor.fetchone()[0]
            trace(cursor.execute, case_id, "open", "registered")
        return case_id, number

    def take(step: Step, case_id: int, number: str) -> None:
        with session.transaction(), session.cursor() as cursor:
            run = cursor.execute
            run(LOCK, (case_id,))
            held_since, assignee, waited = cursor.fetchone()
            values = step.set | {"state": step.state}
            if step.ends_spell:
                run(
                    SPELL, (case_id, body, assignee, bool(step.waited), held_since, AT, step.waited)
                )
                run(FACT, ("casework.held", AT, AT.date(), body, UNIT, Jsonb(HELD)))
                values |= {"held_since": AT, "waited_minutes": waited + step.waited}
            if step.name == "assign":
                values["assignee_id"] = clerk.account_id
            sets = ", ".join(f"{name} = %s" for name in values)
            run(
                f"UPDATE casework_case SET {sets}, version = version + 1 WHERE id = %s",
                (*values.values(), case_id),
            )
            trace(run, case_id, step.name, step.state, timeline=step.name != "start_clock")
            if step.is_move:
                run(
                    EVENT,
                    (
                        uuid4(),
                        number,
                        Jsonb(moved(case_id, number, step)),
                        AT,
                        number,
                        AT,
                        list(step.listeners),
                    ),
                )
            if "closed_at" in values:
                run(FACT, ("casework.closed", AT, AT.date(), body, UNIT, Jsonb(CLOSED)))

    def cycle() -> None:
        case_id, number = open_()
        for step in STEPS:
            take(step, case_id, number)

    return repeated(cycle)


HELD = {"kind": "dossier", "minutes": 0, "is_suspension": False}
CLOSED = {
    "kind": "dossier",
    "channel": "online",
    "held_minutes": 0,
    "waited_minutes": 20,
    "has_due_time": True,
    "on_time": True,
}
OPEN = (
    "INSERT INTO casework_case (kind, code, title, state, organization_id, holder_id, unit_code, applicant_id,"
    " applicant_name, folded, channel, opened_at, held_since, held_minutes, waited_minutes, version)"
    " VALUES ('dossier', %s, %s, 'registered', %s, %s, %s, %s, %s, %s, 'online', %s, %s, 0, 0, 1) RETURNING id"
)
LOCK = "SELECT held_since, assignee_id, waited_minutes FROM casework_case WHERE id = %s FOR UPDATE"
TIMELINE = (
    "INSERT INTO casework_timelineentry (case_id, at, step, state, organization_id, account_id, note, public_note)"
    " VALUES (%s, %s, %s, %s, %s, %s, '', '')"
)
AUDIT = (
    "INSERT INTO audit_record (at, actor_kind, actor_account_id, actor_person_id, actor_name, actor_role,"
    " organization_id, action, subject, person_id, purpose, legal_basis, fields, details)"
    " VALUES (%s, 'officer', %s, %s, %s, 'clerk', %s, %s, %s, %s, '', '', '[]', '{}')"
)
SPELL = (
    "INSERT INTO casework_holderspell (case_id, organization_id, account_id, is_suspension, from_at, to_at, minutes)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s)"
)
FACT = (
    "INSERT INTO facts_fact (kind, version, occurred_at, day, organization_id, unit_code, payload)"
    " VALUES (%s, 1, %s, %s, %s, %s, %s)"
)
EVENT = (
    "WITH event AS (INSERT INTO outbox_event (uuid, name, version, key, payload, occurred_at)"
    " VALUES (%s, 'casework.case_moved', 1, %s, %s, %s) RETURNING id)"
    " INSERT INTO outbox_delivery (event_id, listener, key, state, due_at, lease, attempts, error)"
    " SELECT event.id, listener, %s, 'pending', %s, '', 0, '' FROM event, unnest(%s::text[]) AS listener"
)


def moved(case_id: int, number: str, step: Step) -> dict[str, Any]:
    return {
        "case_id": case_id,
        "kind": "dossier",
        "code": number,
        "step": step.name,
        "state": step.state,
        "holder_id": 1,
    }


def repeated(cycle: Callable[[], None]) -> Callable[[], int]:
    def run() -> int:
        for _ in range(SLICE):
            cycle()
        return SLICE

    return run


def rows() -> list[int]:
    return [table.objects.count() for table in TABLES]


def written(work: Callable[[], int]) -> dict[str, float]:
    """Rows a cycle, by table."""
    before = rows()
    cycles = work()
    return {t.__name__: (n - b) / cycles for t, n, b in zip(TABLES, rows(), before, strict=True)}


def pin(pid: int) -> None:
    """Client and server on one core: two would be measured by their wake-ups."""
    try:
        os.sched_setaffinity(pid, {0})
    except PermissionError:
        print("  (the server's process could not be pinned)")


def main() -> None:
    office = make_office(at=AT)
    person_id = make_applicant(at=AT).person_id or 0
    pin(0)
    if ON_POSTGRESQL:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            pin(cursor.fetchone()[0])
    house = ours(office, person_id)
    peers = [("plain Django", plain_django(office, person_id), "lifecycle_vs_django", 2.5)]
    if ON_POSTGRESQL:
        peers.append(("psycopg by hand", by_hand(office, person_id), "lifecycle_vs_psycopg", 0.6))
    expected = written(house)
    print("rows a cycle:", json.dumps(expected))
    for name, work, _, _ in peers:
        if written(work) != expected:
            raise SystemExit(f"{name} writes other rows: {written(work)}")
    for name, work, benchmark, goal in peers:
        compare(benchmark, house, work, goal=goal, peer_name=name)


if __name__ == "__main__":
    main()
