"""A dossier is where the last body of its way took it; bodies out of the way move nothing."""

from hypothesis import given
from hypothesis import strategies as st

from nentang.government.services.rules.route import position

BODIES = st.lists(st.integers(1, 6), min_size=1, max_size=6)


def test_it_goes_from_stop_to_stop_and_may_come_back_to_the_first_body() -> None:
    stops = [1, 2, 3, 1]

    assert [position(stops, held) for held in ([1], [1, 2], [1, 2, 3], [1, 2, 3, 1])] == [
        0,
        1,
        2,
        3,
    ]


def test_waiting_for_the_applicant_is_no_second_stop() -> None:
    assert position([1, 2, 1], [1, 1, 1]) == 0


def test_a_body_out_of_the_way_moves_nothing() -> None:
    assert position([1, 2, 3], [1, 9, 2]) == 1
    assert position([1, None, 3], [9]) == -1


@given(BODIES, BODIES)
def test_more_holders_never_lead_back(stops: list[int], held: list[int]) -> None:
    ways = [position(stops, held[:count]) for count in range(len(held) + 1)]

    assert ways == sorted(ways)
    assert all(-1 <= way < len(stops) for way in ways)
