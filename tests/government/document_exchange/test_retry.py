"""A message is tried for a week before anybody gives it up, however long it waited for its turn."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from nentang.government.document_exchange.rules.retry import LONGEST, is_given_up, wait_after

MORNING = datetime(2020, 12, 7, 2, 0, tzinfo=UTC)
WEEK = timedelta(days=7)


@given(st.integers(1, 10_000))
def test_waits_grow_to_an_hour(tries: int) -> None:
    assert timedelta(seconds=10) <= wait_after(tries) <= wait_after(tries + 1) <= LONGEST


@given(st.integers(1, 500), st.timedeltas(timedelta(), WEEK - timedelta(seconds=1)))
def test_nothing_is_given_up_within_a_week(tries: int, age: timedelta) -> None:
    assert not is_given_up(tries, MORNING, MORNING + age)


@given(st.timedeltas(WEEK, timedelta(days=365)))
def test_what_waited_long_for_its_turn_is_not_given_up_at_its_first_fault(age: timedelta) -> None:
    assert not is_given_up(1, MORNING, MORNING + age)


@given(st.timedeltas(timedelta(), timedelta(days=60)))
def test_what_fails_again_and_again_is_given_up_at_last(waited: timedelta) -> None:
    at, tries = MORNING + waited, 1
    while not is_given_up(tries, MORNING, at):
        at, tries = at + wait_after(tries), tries + 1
    assert at <= MORNING + waited + WEEK + LONGEST
