"""What the call screen shows: the last calls and the lines."""

from datetime import date, datetime

from django.db.models import Count, Min, Q

from nentang.government.queue.enums import AT_WINDOW, TicketState, WindowState
from nentang.government.queue.models import Office, Ticket
from nentang.kernel.frozen import Frozen

CALLS_SHOWN = 5


class Call(Frozen):
    """A number and where to go with it."""

    number: str
    window: int
    window_name: str
    called_at: datetime
    is_open: bool


class Line(Frozen):
    """Who waits for a matter; `since` is when the one who waits longest began."""

    matter_id: int
    prefix: str
    name: str
    waiting: int
    since: datetime | None
    windows: tuple[int, ...]


class Board(Frozen):
    """An office at one moment."""

    calls: tuple[Call, ...]
    lines: tuple[Line, ...]

    @property
    def waiting(self) -> int:
        """How many wait in all lines."""
        return sum(line.waiting for line in self.lines)


def board(office: Office, day: date) -> Board:
    """The last calls of that day, newest first, and the line of each open matter, in three queries."""
    return Board(_calls(office, day), _lines(office, day))


def _calls(office: Office, day: date) -> tuple[Call, ...]:
    called = Ticket.objects.filter(
        office=office, day=day, called_at__isnull=False, window__isnull=False
    )
    latest = called.select_related("window").order_by("-called_at", "-pk")[:CALLS_SHOWN]
    return tuple(
        Call(
            each.number,
            each.window.number,
            each.window.name,
            each.called_at,
            each.state in AT_WINDOW,
        )
        for each in latest
        if each.window and each.called_at
    )


def _lines(office: Office, day: date) -> tuple[Line, ...]:
    open_windows: dict[int, list[int]] = {}
    served = office.windows.filter(state=WindowState.OPEN).order_by("number")
    for number, matter_id in served.values_list("number", "matters"):
        open_windows.setdefault(matter_id, []).append(number)
    waits = Q(tickets__day=day, tickets__state=TicketState.WAITING)
    counted = office.matters.annotate(
        waiting=Count("tickets", filter=waits), since=Min("tickets__waits_since", filter=waits)
    )
    return tuple(
        Line(
            each.pk,
            each.prefix,
            each.name,
            each.waiting,
            each.since,
            tuple(open_windows.get(each.pk, ())),
        )
        for each in counted.filter(Q(is_open=True) | Q(waiting__gt=0)).order_by("prefix")
    )
