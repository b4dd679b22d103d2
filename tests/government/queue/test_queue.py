"""From taking a number to leaving the window, through the actions."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from nentang.agreements.actor import ANONYMOUS
from nentang.foundation.audit.models import Record
from nentang.foundation.facts.public import fact_rows
from nentang.government.queue import actions, errors
from nentang.government.queue.enums import TicketState, WindowState
from nentang.government.queue.models import Ticket
from nentang.government.queue.queries import board, day_of, find_ticket, place_of
from tests.government.services.factories import make_applicant, make_officer

from .factories import make_desk, opened, take

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def test_numbers_begin_with_the_letters_and_start_again_every_day(at: datetime) -> None:
    desk = make_desk(at=at)

    numbers = [take(desk, prefix, at=at).number for prefix in "HHCH"]
    tomorrow = take(desk, "H", at=at + timedelta(days=1)).number

    assert numbers == ["H001", "H002", "C001", "H003"]
    assert tomorrow == "H001"


def test_a_refused_number_leaves_no_gap(at: datetime) -> None:
    desk = make_desk(at=at)
    take(desk, "H", at=at)

    with pytest.raises(errors.UnknownGround):
        take(desk, "H", at=at, ground="friend_of_the_chairman")

    assert take(desk, "H", at=at).number == "H002"


def test_the_code_of_a_ticket_says_nothing_of_its_number(at: datetime) -> None:
    desk = make_desk(at=at)

    codes = {take(desk, "H", at=at).code for _ in range(20)}

    assert len(codes) == 20
    assert all(len(code) == 10 for code in codes)
    assert not [code for code in codes if "001" in code or "h0" in code]


@pytest.mark.parametrize("hours", [-4, 9, 24 * 5])
def test_no_number_at_night_after_closing_and_on_a_saturday(at: datetime, hours: int) -> None:
    desk = make_desk(at=at)

    with pytest.raises(errors.OfficeClosed):
        take(desk, "H", at=at + timedelta(hours=hours))


def test_numbers_are_given_over_lunch_and_before_the_doors_open(at: datetime) -> None:
    desk = make_desk(at=at)

    assert take(desk, "H", at=at.replace(hour=5, minute=10)).number == "H001"  # 12:10
    early = at + timedelta(days=1) - timedelta(hours=2, minutes=20)  # 6:40
    assert take(desk, "H", at=early).number == "H001"


def test_an_office_that_gives_no_numbers_and_a_wrong_key_refuse(at: datetime) -> None:
    desk = make_desk(at=at)
    actions.set_up_office(
        organization_id=desk.body.pk,
        promised_minutes=20,
        gives_numbers=False,
        actor=desk.leader,
        at=at,
    )
    with pytest.raises(errors.NoQueueHere):
        take(desk, "H", at=at)
    with pytest.raises(errors.NoQueueHere):
        actions.take_ticket_in_hall(
            hall_key="guessed", matter_id=desk.matters["H"].pk, actor=ANONYMOUS, at=at
        )


def test_a_person_has_one_live_number_for_a_matter(at: datetime) -> None:
    desk, citizen = make_desk(at=at), make_applicant(at=at)

    def by_phone(prefix: str) -> Ticket:
        return actions.take_ticket_by_phone(
            organization_id=desk.body.pk, matter_id=desk.matters[prefix].pk, actor=citizen, at=at
        )

    first = by_phone("H")
    with pytest.raises(errors.HasNumber):
        by_phone("H")
    assert by_phone("C").number == "C001"
    actions.leave_queue(code=first.code, actor=citizen, at=at)
    assert by_phone("H").number == "H002"


def test_a_stranger_takes_no_number_by_phone(at: datetime) -> None:
    desk = make_desk(at=at)

    with pytest.raises(errors.NumberNeedsSignIn):
        actions.take_ticket_by_phone(
            organization_id=desk.body.pk, matter_id=desk.matters["H"].pk, actor=ANONYMOUS, at=at
        )


def test_a_visit_from_the_hall_to_the_end_leaves_audit_and_facts(at: datetime) -> None:
    desk = make_desk(at=at)
    ticket = take(desk, "H", at=at)
    window = opened(desk, at=at)

    actions.call_next(window_id=window, actor=desk.clerk, at=at + 12 * MINUTE)
    actions.call_again(window_id=window, actor=desk.clerk, at=at + 13 * MINUTE)
    actions.start_ticket(window_id=window, actor=desk.clerk, at=at + 14 * MINUTE)
    actions.finish_ticket(window_id=window, actor=desk.clerk, at=at + 20 * MINUTE)

    assert find_ticket(ticket.code).state == TicketState.DONE
    audited = Record.objects.filter(subject=f"ticket:{ticket.pk}").order_by("pk")
    assert list(audited.values_list("action", flat=True)) == [
        "queue.take_ticket",
        "queue.call_next",
        "queue.call_again",
        "queue.start_ticket",
        "queue.finish_ticket",
    ]
    (called,) = fact_rows("queue.visitor_called")
    (served,) = fact_rows("queue.visitor_served")
    assert (called.payload["wait_minutes"], called.payload["within_promise"]) == (12, True)
    assert (served.payload["minutes"], served.unit_code) == (6, "98001")


def test_a_window_calls_only_what_it_serves_and_whoever_waits_longest(at: datetime) -> None:
    desk = make_desk(at=at)
    take(desk, "D", at=at)
    take(desk, "H", at=at + MINUTE)
    take(desk, "C", at=at + 2 * MINUTE)
    take(desk, "H", at=at + 3 * MINUTE)
    wide = opened(desk, at=at)
    narrow = opened(desk, at=at, number=2, actor=desk.colleague)
    later = at + 5 * MINUTE

    assert actions.call_next(window_id=narrow, actor=desk.colleague, at=later).number == "H001"
    order = []
    for _ in range(3):
        order.append(actions.call_next(window_id=wide, actor=desk.clerk, at=later).number)
        actions.miss_ticket(window_id=wide, actor=desk.clerk, at=later)
    assert order == ["D001", "C001", "H002"]
    with pytest.raises(errors.NobodyWaits):
        actions.call_next(window_id=wide, actor=desk.clerk, at=later)


def test_priority_is_called_first_but_not_more_than_twice_in_a_row(at: datetime) -> None:
    desk = make_desk(at=at)
    for ground in ("", "", "elderly", "pregnant", "merit"):
        take(desk, "H", at=at, ground=ground)
    window, order = opened(desk, at=at), []

    for _ in range(5):
        order.append(actions.call_next(window_id=window, actor=desk.clerk, at=at).number)
        actions.miss_ticket(window_id=window, actor=desk.clerk, at=at)

    assert order == ["H003", "H004", "H001", "H005", "H002"]


def test_one_person_at_a_window_at_a_time(at: datetime) -> None:
    desk = make_desk(at=at)
    take(desk, "H", at=at)
    take(desk, "H", at=at)
    window = opened(desk, at=at)
    with pytest.raises(errors.WindowIdle):
        actions.start_ticket(window_id=window, actor=desk.clerk, at=at)
    actions.call_next(window_id=window, actor=desk.clerk, at=at)

    with pytest.raises(errors.WindowBusy):
        actions.call_next(window_id=window, actor=desk.clerk, at=at)
    with pytest.raises(errors.WrongMoment):
        actions.finish_ticket(window_id=window, actor=desk.clerk, at=at)


def test_who_was_not_there_comes_back_once_behind_the_others(at: datetime) -> None:
    desk = make_desk(at=at)
    late, other = take(desk, "H", at=at), take(desk, "H", at=at)
    window = opened(desk, at=at)
    actions.call_next(window_id=window, actor=desk.clerk, at=at)
    actions.miss_ticket(window_id=window, actor=desk.clerk, at=at)

    actions.return_ticket(code=late.code, actor=ANONYMOUS, at=at + MINUTE)

    called = []
    for _ in range(2):
        ticket = actions.call_next(window_id=window, actor=desk.clerk, at=at + 2 * MINUTE)
        called.append(ticket.number)
        actions.miss_ticket(window_id=window, actor=desk.clerk, at=at + 2 * MINUTE)
    assert called == [other.number, late.number]
    with pytest.raises(errors.ReturnedBefore):
        actions.return_ticket(code=late.code, actor=ANONYMOUS, at=at + 3 * MINUTE)
    with pytest.raises(errors.WrongMoment):
        actions.return_ticket(code=other.code, actor=ANONYMOUS, at=at + timedelta(days=1))
    assert len(list(fact_rows("queue.visitor_called"))) == 2


def test_who_is_sent_on_keeps_number_and_place(at: datetime) -> None:
    desk = make_desk(at=at)
    sent, waiting = take(desk, "C", at=at), take(desk, "H", at=at + MINUTE)
    wide = opened(desk, at=at)
    narrow = opened(desk, at=at, number=2, actor=desk.colleague)
    later = at + 5 * MINUTE
    actions.call_next(window_id=wide, actor=desk.clerk, at=later)
    actions.start_ticket(window_id=wide, actor=desk.clerk, at=later)

    actions.send_on(window_id=wide, matter_id=desk.matters["H"].pk, actor=desk.clerk, at=later)

    called = actions.call_next(window_id=narrow, actor=desk.colleague, at=later)
    assert (called.number, called.pk) == ("C001", sent.pk)
    assert actions.call_next(window_id=wide, actor=desk.clerk, at=later).pk == waiting.pk


def test_the_next_shift_takes_over_who_is_at_the_window(at: datetime) -> None:
    desk = make_desk(at=at)
    ticket = take(desk, "H", at=at)
    window = opened(desk, at=at)
    actions.call_next(window_id=window, actor=desk.clerk, at=at)
    with pytest.raises(errors.WindowTaken):
        actions.open_window(window_id=window, actor=desk.colleague, at=at)

    actions.pause_window(window_id=window, actor=desk.clerk, at=at)
    actions.open_window(window_id=window, actor=desk.colleague, at=at)
    actions.start_ticket(window_id=window, actor=desk.colleague, at=at)

    with pytest.raises(errors.NotYourWindow):
        actions.finish_ticket(window_id=window, actor=desk.clerk, at=at)
    assert actions.finish_ticket(window_id=window, actor=desk.colleague, at=at).pk == ticket.pk


def test_a_paused_window_calls_nobody(at: datetime) -> None:
    desk = make_desk(at=at)
    take(desk, "H", at=at)
    window = opened(desk, at=at)
    actions.pause_window(window_id=window, actor=desk.clerk, at=at)

    with pytest.raises(errors.WindowNotOpen):
        actions.call_next(window_id=window, actor=desk.clerk, at=at)


def test_closing_puts_whoever_is_at_the_window_back_to_the_front(at: datetime) -> None:
    desk = make_desk(at=at)
    first, _second = take(desk, "H", at=at), take(desk, "H", at=at)
    window = opened(desk, at=at)
    actions.call_next(window_id=window, actor=desk.clerk, at=at)

    closed = actions.close_window(window_id=window, actor=desk.clerk, at=at)

    assert (closed.state, closed.clerk_id) == (WindowState.CLOSED, None)
    other = opened(desk, at=at, number=2)
    assert actions.call_next(window_id=other, actor=desk.clerk, at=at).pk == first.pk


def test_a_clerk_has_one_window_and_strangers_none(at: datetime) -> None:
    desk = make_desk(at=at)
    opened(desk, at=at)
    with pytest.raises(errors.HasWindow):
        opened(desk, at=at, number=2)
    for stranger in (ANONYMOUS, desk.leader, make_applicant(at=at)):
        with pytest.raises(errors.NotYourWindow):
            opened(desk, at=at, number=2, actor=stranger)
    with pytest.raises(errors.NotYourWindow):
        actions.close_window(window_id=desk.windows[0].pk, actor=desk.colleague, at=at)
    assert actions.close_window(window_id=desk.windows[0].pk, actor=desk.leader, at=at)


def test_only_heads_set_the_office_up(at: datetime) -> None:
    desk = make_desk(at=at)
    head = make_officer(desk.body, "head_of_desk", at=at)

    with pytest.raises(errors.NotYourOffice):
        actions.add_matter(
            organization_id=desk.body.pk, prefix="X", name="Xây dựng", actor=desk.clerk, at=at
        )
    added = actions.add_matter(
        organization_id=desk.body.pk, prefix="x", name="  Xây   dựng ", actor=head, at=at
    )
    assert (added.prefix, added.name) == ("X", "Xây dựng")
    with pytest.raises(errors.NameTaken):
        actions.add_matter(organization_id=desk.body.pk, prefix="X", name="Khác", actor=head, at=at)
    for prefix, name in (("Đ", "Đất"), ("ABC", "Dài"), ("Y", "  ")):
        with pytest.raises(errors.SetUpUnreadable):
            actions.add_matter(
                organization_id=desk.body.pk, prefix=prefix, name=name, actor=head, at=at
            )


def test_a_closed_matter_takes_nobody_new_but_calls_who_waits(at: datetime) -> None:
    desk = make_desk(at=at)
    take(desk, "H", at=at)
    actions.change_matter(
        organization_id=desk.body.pk,
        matter_id=desk.matters["H"].pk,
        name="Hộ tịch",
        is_open=False,
        actor=desk.leader,
        at=at,
    )

    with pytest.raises(errors.MatterNotFound):
        take(desk, "H", at=at)
    window = opened(desk, at=at)
    assert actions.call_next(window_id=window, actor=desk.clerk, at=at).number == "H001"


def test_windows_serve_what_the_leader_says(at: datetime) -> None:
    desk = make_desk(at=at)
    take(desk, "D", at=at)
    window = opened(desk, at=at, number=2)
    with pytest.raises(errors.NobodyWaits):
        actions.call_next(window_id=window, actor=desk.clerk, at=at)

    actions.change_window(
        organization_id=desk.body.pk,
        number=2,
        name="Đất đai",
        matter_ids=[desk.matters["D"].pk],
        actor=desk.leader,
        at=at,
    )

    assert actions.call_next(window_id=window, actor=desk.clerk, at=at).number == "D001"


def test_a_new_key_ends_the_old_address(at: datetime) -> None:
    desk = make_desk(at=at)
    actions.renew_hall_key(organization_id=desk.body.pk, actor=desk.leader, at=at)

    with pytest.raises(errors.NoQueueHere):
        take(desk, "H", at=at)


def test_the_place_in_the_line_counts_all_who_share_the_windows(at: datetime) -> None:
    desk = make_desk(at=at)
    for prefix in "HCD":
        take(desk, prefix, at=at)
    mine = take(desk, "H", at=at)
    assert place_of(mine).minutes is None
    opened(desk, at=at)

    place = place_of(mine)

    assert (place.ahead, place.minutes) == (3, 25)
    take(desk, "C", at=at, ground="elderly")
    assert place_of(mine).ahead == 4


def test_the_board_shows_the_last_five_calls_and_the_lines(at: datetime) -> None:
    desk = make_desk(at=at)
    for _ in range(7):
        take(desk, "H", at=at)
    take(desk, "D", at=at)
    window = opened(desk, at=at)
    for minute in range(6):
        actions.call_next(window_id=window, actor=desk.clerk, at=at + minute * MINUTE)
        actions.miss_ticket(window_id=window, actor=desk.clerk, at=at + minute * MINUTE)

    shown = board(desk.office, at.date())

    assert [call.number for call in shown.calls] == ["H006", "H005", "H004", "H003", "H002"]
    assert {line.prefix: line.waiting for line in shown.lines} == {"C": 0, "D": 1, "H": 1}


def test_the_board_costs_the_same_however_many_wait(
    at: datetime, django_assert_num_queries: Any
) -> None:
    desk = make_desk(at=at)
    for _ in range(30):
        take(desk, "H", at=at)
    window = opened(desk, at=at)
    actions.call_next(window_id=window, actor=desk.clerk, at=at)

    with django_assert_num_queries(3):
        board(desk.office, at.date())


def test_the_day_in_figures(at: datetime) -> None:
    desk = make_desk(at=at)
    for _ in range(3):
        take(desk, "H", at=at)
    gone = take(desk, "C", at=at)
    actions.leave_queue(code=gone.code, actor=ANONYMOUS, at=at)
    window = opened(desk, at=at)
    for minutes in (10, 30):
        later = at + minutes * MINUTE
        actions.call_next(window_id=window, actor=desk.clerk, at=later)
        actions.start_ticket(window_id=window, actor=desk.clerk, at=later)
        actions.finish_ticket(window_id=window, actor=desk.clerk, at=later + MINUTE)

    day = day_of(desk.office, at.date())

    whole = day.whole
    assert (whole.tickets, whole.served, whole.left) == (4, 2, 1)
    assert (whole.median_wait, whole.longest_wait, whole.within_promise) == (20, 30, 0.5)
    assert [part.figures.served for part in day.windows] == [2, 0]


def test_the_night_ends_what_was_left_and_forgets_whose_numbers_they_were(at: datetime) -> None:
    desk, citizen = make_desk(at=at), make_applicant(at=at)
    mine = actions.take_ticket_by_phone(
        organization_id=desk.body.pk, matter_id=desk.matters["C"].pk, actor=citizen, at=at
    )
    take(desk, "H", at=at)
    window = opened(desk, at=at)
    actions.call_next(window_id=window, actor=desk.clerk, at=at)

    assert actions.close_past_days(at=at + timedelta(hours=3)) == 0
    assert actions.close_past_days(at=at + timedelta(hours=20)) == 2

    assert set(Ticket.objects.values_list("state", "person")) == {("lapsed", None)}
    assert find_ticket(mine.code).ended_at == at + timedelta(hours=20)
    assert opened(desk, at=at + timedelta(hours=23), actor=desk.colleague) == window
