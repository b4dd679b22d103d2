"""Whatever happens to a case, in whatever order: the spells are the whole of its time."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nentang.agreements.actor import SYSTEM
from nentang.foundation.casework.public import (
    Case,
    assign_case,
    forward_case,
    holders,
    move_case,
    working_minutes,
)

from .factories import LAMP, Office, make_case, make_office

happenings = st.lists(
    st.tuples(
        st.sampled_from([*LAMP.transitions, "take", "release", "forward"]),
        st.integers(0, 6000),
    ),
    max_size=9,
)


@pytest.mark.django_db
@given(happenings=happenings, at_the_end=st.integers(0, 3000))
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_holders_and_suspensions_are_the_whole(
    at: datetime, happenings: list[tuple[str, int]], at_the_end: int
) -> None:
    offices = [make_office(at=at), make_office(at=at, name="Sở Nháp")]
    case, now, nobodys = make_case(office=offices[0], at=at), at, 0

    for what, minutes in happenings:
        now += timedelta(minutes=minutes)
        closed_at = case.closed_at
        happen(case, what, offices, now)
        if closed_at and case.closed_at is None:
            nobodys += working_minutes(closed_at, now)
    now += timedelta(minutes=at_the_end)

    end = case.closed_at or now
    spent = holders(Case.objects.get(pk=case.pk), at=now)
    assert sum(each.minutes for each in spent) == working_minutes(case.opened_at, end) - nobodys
    assert case.held_minutes + case.waited_minutes == sum(s.minutes for s in case.spells.all())
    waited = sum(each.minutes for each in spent if each.is_suspension)
    assert waited == case.waited_minutes + (case.held_for(now) if case.suspended_at else 0)


def happen(case: Case, what: str, offices: list[Office], now: datetime) -> None:
    """Let it happen where the state permits it."""
    if case.closed_at and what != "relight":
        return
    here, there = offices if case.holder_id == offices[0].body.pk else offices[::-1]
    if what == "forward":
        forward_case(case=case, organization_id=there.body.pk, note="", actor=SYSTEM, at=now)
    elif what == "take":
        assign_case(case=case, account_id=here.clerk.account_id, actor=here.clerk, at=now)
    elif what == "release":
        assign_case(case=case, account_id=None, actor=SYSTEM, at=now)
    elif what in LAMP.transitions and case.state in LAMP.transitions[what].sources:
        move_case(case=case, step=what, actor=SYSTEM, at=now)
