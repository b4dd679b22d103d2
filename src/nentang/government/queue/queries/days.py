"""What a day was like: the whole office, each window, each matter."""

from datetime import date, datetime

from nentang.government.queue.models import Office, Ticket
from nentang.government.queue.rules.waits import Figures, Visit, figures
from nentang.kernel.frozen import Frozen


class NamedFigures(Frozen):
    """The figures of a window or a matter."""

    name: str
    figures: Figures


class Day(Frozen):
    """The figures of an office on one day."""

    day: date
    promised_minutes: int
    whole: Figures
    windows: tuple[NamedFigures, ...]
    matters: tuple[NamedFigures, ...]


def day_of(office: Office, day: date) -> Day:
    """The office on that day, in three queries."""
    visits = _visits(office, day)

    def part(name: str, some: list[Visit]) -> NamedFigures:
        return NamedFigures(name, figures(some, promised_minutes=office.promised_minutes))

    return Day(
        day=day,
        promised_minutes=office.promised_minutes,
        whole=figures(visits, promised_minutes=office.promised_minutes),
        windows=tuple(
            part(f"{each.number}. {each.name}", [v for v in visits if v.window_id == each.pk])
            for each in office.windows.order_by("number")
        ),
        matters=tuple(
            part(f"{each.prefix}. {each.name}", [v for v in visits if v.matter_id == each.pk])
            for each in office.matters.order_by("prefix")
        ),
    )


def _visits(office: Office, day: date) -> list[Visit]:
    rows = Ticket.objects.filter(office=office, day=day).values_list(
        "state", "taken_at", "first_called_at", "started_at", "ended_at", "matter_id", "window_id"
    )
    return [
        Visit(state, _minutes(taken, called), _minutes(started, ended), matter_id, window_id)
        for state, taken, called, started, ended, matter_id, window_id in rows
    ]


def _minutes(begin: datetime | None, end: datetime | None) -> int | None:
    return int((end - begin).total_seconds() // 60) if begin and end else None
