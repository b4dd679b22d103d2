"""The demo's desk: a day that is over, and a morning in which people wait."""

from datetime import date, time

import pytest

from nentang.config.demo.cast import Office
from nentang.config.demo.queue import MATTERS, STILL_WAITING, play_queue
from nentang.foundation.organizations.public import unit_as_of
from nentang.government.queue.queries import board, day_of, find_office, ticket_at
from nentang.kernel.clock import at_local
from tests.government.services.factories import make_office

OPENS_AT = at_local(date(2020, 12, 31), time(8, 0))


@pytest.mark.django_db
def test_the_desk_has_a_day_behind_it_and_a_morning_with_people() -> None:
    made = make_office(at=at_local(date(2020, 1, 2), time(8, 0)))
    unit = unit_as_of("98001", date(2020, 12, 31))

    play_queue(Office(made.body.pk, unit, made.clerk, made.leader), until=OPENS_AT)

    office = find_office(made.body.pk)
    before = day_of(office, date(2020, 12, 30)).whole
    morning = board(office, date(2020, 12, 31))
    window = office.windows.get(number=3)
    assert before.tickets == before.served + before.missed + before.left
    assert before.tickets == 32
    assert before.served > 25
    assert before.median_wait
    assert morning.waiting >= STILL_WAITING - 2
    assert len(morning.lines) == len(MATTERS)
    assert morning.calls
    assert ticket_at(window)
