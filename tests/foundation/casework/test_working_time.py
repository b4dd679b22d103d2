"""The working-time clock: additive, monotone, invertible; holidays, 15:00, days off."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.foundation.casework.rules.working_time import (
    add_working_minutes,
    calendar,
    clock_start,
    due_for,
    working_minutes,
)
from nentang.kernel.clock import VIETNAM

instants = st.integers(0, 4_400_000).map(
    lambda minutes: datetime(2019, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


@given(st.tuples(instants, instants, instants).map(sorted))
def test_time_adds_up(three: list[datetime]) -> None:
    a, b, c = three

    assert working_minutes(a, b) + working_minutes(b, c) == working_minutes(a, c)


@given(instants, st.integers(0, 50_000))
def test_adding_and_measuring_agree(start: datetime, minutes: int) -> None:
    assert working_minutes(start, add_working_minutes(start, minutes)) == minutes


@given(instants, instants)
def test_working_time_is_never_more_than_time(a: datetime, b: datetime) -> None:
    start, end = min(a, b), max(a, b)

    assert 0 <= working_minutes(start, end) <= (end - start) / timedelta(minutes=1)


@pytest.mark.parametrize(
    ("received", "due", "days"),
    [
        ("2020-12-07 09:00", "2020-12-07 17:00", None),
        ("2020-12-07 14:59", "2020-12-07 17:00", None),
        ("2020-12-07 15:00", "2020-12-08 17:00", None),
        ("2020-12-11 15:01", "2020-12-14 17:00", None),
        ("2020-12-31 16:00", "2021-01-04 17:00", None),
        ("2020-12-07 09:00", "2020-12-10 09:00", 3),
        ("2020-01-22 09:00", "2020-01-31 09:00", 2),
    ],
)
def test_when_a_result_is_due(received: str, due: str, days: int | None) -> None:
    assert due_for(local(received), working_days=days, same_day=days is None) == local(due)


def test_no_deadline_is_not_made_up() -> None:
    assert due_for(local("2020-12-07 09:00")) is None


def test_before_opening_counts_from_opening() -> None:
    assert clock_start(local("2020-12-07 05:00")) == local("2020-12-07 07:30")


def test_tet_is_off_and_a_swapped_saturday_is_worked() -> None:
    assert not calendar().is_working_day(date(2020, 1, 24))
    assert calendar().is_working_day(date(2019, 5, 4))
