"""Whom to call, how long it takes, what a day was like: without a database."""

from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.government.queue.enums import AT_WINDOW, LIVE, TicketState
from nentang.government.queue.rules.course import STEPS, is_possible, state_after
from nentang.government.queue.rules.order import people_ahead, streak_after, whom_to_call
from nentang.government.queue.rules.waits import Visit, estimated_minutes, figures, minutes_each

IN_A_ROW = 2


def calls(arrivals: list[list[bool]], in_a_row: int) -> list[tuple[int, bool]]:
    """One window calls once after each batch of arrivals, then until nobody waits: who, in order."""
    lines: dict[bool, deque[int]] = {True: deque(), False: deque()}
    called: list[tuple[int, bool]] = []
    streak = number = 0
    batches = deque(arrivals)
    while batches or lines[True] or lines[False]:
        for is_priority in batches.popleft() if batches else []:
            lines[is_priority].append(number)
            number += 1
        heads = {key: line[0] if line else None for key, line in lines.items()}
        chosen = whom_to_call(
            priority=heads[True], other=heads[False], streak=streak, in_a_row=in_a_row
        )
        if chosen is not None:
            is_priority = chosen == heads[True]
            lines[is_priority].popleft()
            streak = streak_after(streak, is_priority=is_priority)
            called.append((chosen, is_priority))
    return called


batches = st.lists(st.lists(st.booleans(), max_size=4), max_size=40)


@given(batches, st.integers(1, 4))
def test_everybody_is_called_exactly_once_and_each_line_keeps_its_order(
    arrivals: list[list[bool]], in_a_row: int
) -> None:
    called = calls(arrivals, in_a_row)

    assert sorted(number for number, _ in called) == list(range(sum(map(len, arrivals))))
    for kind in (True, False):
        own = [number for number, is_priority in called if is_priority is kind]
        assert own == sorted(own)


@given(st.lists(st.booleans(), max_size=30), st.integers(1, 4), st.integers(0, 60))
def test_nobody_starves_however_many_with_priority_keep_coming(
    waiting: list[bool], in_a_row: int, flood: int
) -> None:
    last = len(waiting)
    called = calls([[*waiting, False], *[[True, True]] * flood], in_a_row)
    others_before = waiting.count(False)

    turn = [number for number, _ in called].index(last) + 1

    assert turn <= (others_before + 1) * (in_a_row + 1)


@given(st.lists(st.booleans(), max_size=30), st.booleans(), st.integers(1, 4))
def test_what_is_told_to_be_ahead_is_what_is_called_before(
    waiting: list[bool], is_priority: bool, in_a_row: int
) -> None:
    called = [number for number, _ in calls([[*waiting, is_priority]], in_a_row)]
    priority, others = waiting.count(True), waiting.count(False)

    told = people_ahead(
        is_priority=is_priority,
        priority_before=priority,
        others_before=others,
        priority=priority,
        in_a_row=in_a_row,
    )

    assert told == called.index(len(waiting))


def test_priority_goes_first_but_the_third_call_is_for_the_others() -> None:
    called = calls([[False, False, True, True, True]], IN_A_ROW)

    assert [number for number, _ in called] == [2, 3, 0, 4, 1]


def test_every_step_leads_to_a_known_state_and_the_ended_stay_ended() -> None:
    states = {str(each) for each in TicketState}
    assert {state for begins, to in STEPS.values() for state in (*begins, to)} == states
    for ended in ("done", "left", "lapsed"):
        assert not [step for step in STEPS if is_possible(step, ended)]
    assert [step for step in STEPS if is_possible(step, "missed")] == ["return"]
    assert set(AT_WINDOW) < set(LIVE)
    assert state_after("put_back") == "waiting"


@pytest.mark.parametrize(
    ("ahead", "windows", "each", "minutes"),
    [(0, 2, 8.0, 0), (1, 1, 8.0, 10), (4, 2, 8.0, 20), (30, 3, 6.5, 65), (5, 0, 8.0, None)],
)
def test_the_estimate_is_rounded_up_to_five_minutes(
    ahead: int, windows: int, each: float, minutes: int | None
) -> None:
    assert estimated_minutes(ahead=ahead, windows=windows, minutes_each=each) == minutes


def test_a_visit_takes_what_is_usual_until_five_are_over() -> None:
    assert minutes_each([2, 2, 2, 2], usual=8) == 8
    assert minutes_each([2, 3, 4, 5, 90], usual=8) == 4
    assert minutes_each([0, 0, 0, 0, 0], usual=8) == 1


def test_figures_of_a_day() -> None:
    visits = [
        Visit("done", 5, 10, 1, 1),
        Visit("done", 20, 5, 1, 1),
        Visit("missed", 31, None, 1, 2),
        Visit("left", None, None, 2, None),
        Visit("waiting", None, None, 2, None),
    ]

    found = figures(visits, promised_minutes=20)

    assert (found.tickets, found.served, found.missed, found.left) == (5, 2, 1, 1)
    assert (found.median_wait, found.longest_wait) == (20, 31)
    assert found.within_promise == pytest.approx(2 / 3)
    assert figures([], promised_minutes=20).median_wait is None
