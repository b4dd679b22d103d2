"""People at the desk of Yên Hoà: the whole of the day before the demo opens, and its first half hour."""

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from nentang.agreements.actor import ANONYMOUS
from nentang.government.queue import actions
from nentang.government.queue.models import Matter, Ticket, Window
from nentang.government.queue.models import Office as Queue
from nentang.kernel.clock import at_local, legal_day

from .cast import Office

MATTERS = (
    ("H", "Hộ tịch", 10),
    ("C", "Chứng thực", 14),
    ("D", "Đất đai, xây dựng", 5),
    ("L", "Lao động, người có công, xã hội", 4),
)
WINDOWS = ((1, "Hộ tịch, chứng thực", "HC"), (2, "Đất đai, xây dựng", "D"), (3, "Các việc", "HCDL"))
WORKED_AT = 3
PROMISED_MINUTES = 20
PRIORITY = 0.15
HALVES = ((time(7, 20), time(11, 0)), (time(13, 0), time(16, 15)))
SHIFTS = ((time(7, 30), time(11, 30)), (time(13, 0), time(17, 0)))
VISITORS_A_HALF = 16
STILL_WAITING = 6


def play_queue(office: Office, *, until: datetime) -> None:
    """Set the desk up, serve the day before, and leave some waiting when the demo opens."""
    dice = random.Random(37)  # noqa: S311 - a story, not a secret
    today = legal_day(until)
    before = today - timedelta(days=1)
    queue, window = _set_up(office, at_local(before, time(7, 0)))
    for (first, last), (opens, closes) in zip(HALVES, SHIFTS, strict=True):
        arrivals = _arrivals(before, first, last, VISITORS_A_HALF, dice)
        day = _Shift(office, queue, window, dice)
        day.play(arrivals, at_local(before, opens), at_local(before, closes))
        actions.close_window(window_id=window.pk, actor=office.clerk, at=at_local(before, closes))
    arrivals = _arrivals(today, time(7, 15), time(7, 50), 4 + STILL_WAITING, dice)
    _Shift(office, queue, window, dice).play(arrivals, at_local(today, time(7, 30)), until)


def _set_up(office: Office, at: datetime) -> tuple[Queue, Window]:
    body, leader = office.organization_id, office.leader
    queue = actions.set_up_office(
        organization_id=body, promised_minutes=PROMISED_MINUTES, actor=leader, at=at
    )
    matters = {
        prefix: actions.add_matter(
            organization_id=body, prefix=prefix, name=name, actor=leader, at=at
        ).pk
        for prefix, name, _often in MATTERS
    }
    windows = {
        number: actions.add_window(
            organization_id=body,
            number=number,
            name=name,
            matter_ids=[matters[prefix] for prefix in served],
            actor=leader,
            at=at,
        )
        for number, name, served in WINDOWS
    }
    return queue, windows[WORKED_AT]


def _arrivals(
    day: date, first: time, last: time, count: int, dice: random.Random
) -> Iterator[datetime]:
    begin, end = at_local(day, first), at_local(day, last)
    span = int((end - begin).total_seconds())
    return iter(sorted(begin + timedelta(seconds=dice.randrange(span)) for _ in range(count)))


class _Shift:
    """One clerk at one window from opening to closing; who is still there at the end stays."""

    def __init__(self, office: Office, queue: Queue, window: Window, dice: random.Random) -> None:
        self._clerk = office.clerk
        self._queue = queue
        self._window_id = window.pk
        self._dice = dice
        self._matters = list(queue.matters.order_by("prefix"))
        often = {prefix: weight for prefix, _name, weight in MATTERS}
        self._weights = [often[each.prefix] for each in self._matters]

    def play(self, arrivals: Iterator[datetime], opens: datetime, closes: datetime) -> None:
        """Everybody who came takes a number; the clerk calls one after the other."""
        actions.open_window(window_id=self._window_id, actor=self._clerk, at=opens)
        free_at, waiting = opens, 0
        coming = next(arrivals, None)
        while free_at < closes and (waiting or coming):
            while coming and (coming <= free_at or not waiting):
                self._take(coming)
                free_at, waiting = max(free_at, coming), waiting + 1
                coming = next(arrivals, None)
            free_at, waiting = self._serve(free_at, closes), waiting - 1
        while coming:
            self._take(coming)
            coming = next(arrivals, None)

    def _take(self, at: datetime) -> Ticket:
        matter: Matter = self._dice.choices(self._matters, weights=self._weights)[0]
        return actions.take_ticket_in_hall(
            hall_key=self._queue.hall_key,
            matter_id=matter.pk,
            ground="elderly" if self._dice.random() < PRIORITY else "",
            actor=ANONYMOUS,
            at=at,
        )

    def _serve(self, at: datetime, closes: datetime) -> datetime:
        """Call, serve or miss one; when the clerk is free again."""
        window_id, clerk = self._window_id, self._clerk
        actions.call_next(window_id=window_id, actor=clerk, at=at)
        at += timedelta(seconds=self._dice.randint(20, 90))
        if self._dice.random() < 0.06:
            actions.miss_ticket(window_id=window_id, actor=clerk, at=at)
            return at
        actions.start_ticket(window_id=window_id, actor=clerk, at=at)
        at += timedelta(seconds=self._dice.randint(180, 840))
        if at < closes:
            actions.finish_ticket(window_id=window_id, actor=clerk, at=at)
        return at
