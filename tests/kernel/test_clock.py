"""The clock and the legal day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.kernel import clock


@pytest.fixture
def stopped(at: datetime) -> Iterator[datetime]:
    former = clock.use(lambda: at)
    yield at
    clock.use(former)


def test_the_present_instant_is_aware() -> None:
    assert clock.now().tzinfo is not None
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_a_demo_can_stop_the_clock(stopped: datetime) -> None:
    assert clock.now() == stopped


def test_the_former_source_comes_back(at: datetime) -> None:
    former = clock.use(lambda: at)
    clock.use(former)
    assert clock.now() != at


def test_the_legal_day_begins_at_midnight_in_viet_nam() -> None:
    last_second = datetime(2020, 12, 30, 16, 59, 59, tzinfo=UTC)
    assert clock.legal_day(last_second) == date(2020, 12, 30)
    assert clock.legal_day(last_second + timedelta(seconds=1)) == date(2020, 12, 31)


@given(st.dates(date(1976, 1, 1), date(2100, 1, 1)), st.times())
def test_a_local_time_lies_on_its_legal_day(day: date, clock_time: time) -> None:
    at = clock.at_local(day, clock_time)
    assert clock.legal_day(at.astimezone(UTC)) == day
    assert at.utcoffset() == timedelta(hours=7)
