"""The working-time clock: additive, monotone, invertible; holidays, 15:00, days off, dated hours."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.foundation.casework.rules.office_days import FIRST_DAY, LAST_DAY, hours_of_days
from nentang.foundation.casework.rules.working_time import (
    WORKING_DAY,
    add_working_minutes,
    calendar,
    clock_start,
    due_for,
    working_minutes,
)
from nentang.kernel.clock import VIETNAM, at_local
from nentang.kernel.law import NothingInForce

calendar()  # read the law before hypothesis looks at its watch

instants = st.integers(0, 9 * 365 * 86_400).map(
    lambda seconds: datetime(2019, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
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


@given(instants, st.integers(1, 50_000))
def test_what_is_added_ends_at_the_earliest_instant(start: datetime, minutes: int) -> None:
    end = add_working_minutes(start, minutes)

    assert working_minutes(start, end - timedelta(minutes=1)) == minutes - 1


@given(instants, instants, instants)
def test_a_later_end_never_counts_less(start: datetime, a: datetime, b: datetime) -> None:
    assert working_minutes(start, min(a, b)) <= working_minutes(start, max(a, b))


@given(instants, instants)
def test_working_time_is_never_more_than_time(a: datetime, b: datetime) -> None:
    start, end = min(a, b), max(a, b)

    assert 0 <= working_minutes(start, end) <= (end - start) / timedelta(minutes=1) + 1


@given(instants, st.integers(0, 60))
def test_a_due_time_falls_into_office_hours_and_later_reception_is_never_due_earlier(
    received: datetime, days: int
) -> None:
    due = due_for(received, working_days=days + 1)
    later = due_for(received + timedelta(hours=1), working_days=days + 1)

    assert due is not None
    assert later is not None
    assert due <= later
    assert calendar().is_working_day(due.astimezone(VIETNAM).date())
    assert time(7, 30) <= due.astimezone(VIETNAM).time() <= time(17)


@pytest.mark.parametrize(
    ("received", "due", "days"),
    [
        ("2020-12-07 09:00", "2020-12-07 17:00", None),
        ("2020-12-07 15:00", "2020-12-07 17:00", None),
        ("2020-12-07 15:00:01", "2020-12-08 17:00", None),
        ("2020-12-11 15:01", "2020-12-14 17:00", None),
        ("2020-12-31 16:00", "2021-01-04 17:00", None),
        ("2020-12-05 10:00", "2020-12-07 17:00", None),
        ("2020-12-07 09:00", "2020-12-10 09:00", 3),
        ("2020-12-07 16:00", "2020-12-10 17:00", 3),
        ("2020-01-22 09:00", "2020-01-31 09:00", 2),
        ("2019-05-03 09:00", "2019-05-04 09:00", 1),
    ],
)
def test_when_a_result_is_due(received: str, due: str, days: int | None) -> None:
    assert due_for(local(received), working_days=days, same_day=days is None) == local(due)


def test_no_deadline_is_not_made_up() -> None:
    assert due_for(local("2020-12-07 09:00")) is None


def test_before_opening_counts_from_opening() -> None:
    assert clock_start(local("2020-12-07 05:00")) == local("2020-12-07 07:30")


def test_nothing_added_is_the_same_instant() -> None:
    assert add_working_minutes(local("2020-12-07 07:00"), 0) == local("2020-12-07 07:00")


@pytest.mark.parametrize(
    ("year", "days"), [(2019, 252), (2020, 252), (2021, 250), (2024, 251), (2025, 250)]
)
def test_a_year_has_so_many_working_days(year: int, days: int) -> None:
    minutes = working_minutes(
        at_local(date(year, 1, 1), time()), at_local(date(year + 1, 1, 1), time())
    )

    assert minutes == days * WORKING_DAY


@pytest.mark.parametrize(
    ("day", "is_worked"),
    [
        (date(2020, 1, 24), False),  # Tết Canh Tý
        (date(2021, 2, 16), False),  # in lieu of two days of Tết on a weekend
        (date(2020, 4, 2), False),  # Hùng Kings
        (date(2019, 5, 4), True),  # a Saturday worked for Monday 29 April
        (date(2019, 1, 5), True),  # a Saturday worked for 31 December 2018
        (date(2018, 12, 31), False),
        (date(2021, 9, 3), False),  # the second day of the National Day, since 2021
        (date(2020, 9, 3), True),
        (date(2035, 5, 1), False),  # fixed, in a year not announced yet
        (date(2035, 5, 2), True),
    ],
)
def test_offices_work_as_announced(day: date, is_worked: bool) -> None:
    assert calendar().is_working_day(day) is is_worked


def test_days_of_the_calendar_follow_each_other() -> None:
    assert len(hours_of_days()) == (LAST_DAY - FIRST_DAY).days + 1


def test_a_working_day_has_eight_hours() -> None:
    assert {each.worked[-1] for each in calendar().hours} == {0, WORKING_DAY}


def test_outside_the_calendar_nothing_is_counted() -> None:
    with pytest.raises(NothingInForce):
        working_minutes(local("2014-12-31 09:00"), local("2020-12-31 09:00"))
    with pytest.raises(NothingInForce):
        add_working_minutes(local("2045-12-28 09:00"), 5 * WORKING_DAY)


def test_a_dossier_before_the_decree_has_no_cut_off() -> None:
    with pytest.raises(NothingInForce):
        clock_start(local("2018-06-20 09:00"))
