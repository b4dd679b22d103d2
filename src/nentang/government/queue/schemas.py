"""The queue in JSON."""

from __future__ import annotations

from datetime import date, datetime

from ninja import Schema

from .queries import Board, Day, NamedFigures
from .rules.waits import Figures


class CallOut(Schema):
    """A number and the window it was called to."""

    number: str
    window: int
    called_at: datetime


class LineOut(Schema):
    """How many wait for a matter, since when, and the open windows that serve it."""

    prefix: str
    name: str
    waiting: int
    since: datetime | None
    windows: list[int]


class BoardOut(Schema):
    """What the call screen shows."""

    calls: list[CallOut]
    lines: list[LineOut]

    @staticmethod
    def of(board: Board) -> BoardOut:
        """The board of an office."""
        return BoardOut(
            calls=[
                CallOut(number=each.number, window=each.window, called_at=each.called_at)
                for each in board.calls
            ],
            lines=[
                LineOut(
                    prefix=each.prefix,
                    name=each.name,
                    waiting=each.waiting,
                    since=each.since,
                    windows=list(each.windows),
                )
                for each in board.lines
            ],
        )


class FiguresOut(Schema):
    """Sums over numbers of a day; waits in minutes, null where nobody was called."""

    tickets: int
    served: int
    missed: int
    left: int
    median_wait: float | None
    longest_wait: int | None
    within_promise: float | None

    @staticmethod
    def of(figures: Figures) -> FiguresOut:
        """The figures."""
        return FiguresOut(
            tickets=figures.tickets,
            served=figures.served,
            missed=figures.missed,
            left=figures.left,
            median_wait=figures.median_wait,
            longest_wait=figures.longest_wait,
            within_promise=figures.within_promise,
        )


class PartOut(FiguresOut):
    """The figures of a window or a matter."""

    name: str

    @staticmethod
    def named(part: NamedFigures) -> PartOut:
        """The part."""
        return PartOut(name=part.name, **FiguresOut.of(part.figures).model_dump())


class DayOut(Schema):
    """An office on one day."""

    day: date
    promised_minutes: int
    whole: FiguresOut
    windows: list[PartOut]
    matters: list[PartOut]

    @staticmethod
    def of(day: Day) -> DayOut:
        """The day."""
        return DayOut(
            day=day.day,
            promised_minutes=day.promised_minutes,
            whole=FiguresOut.of(day.whole),
            windows=[PartOut.named(each) for each in day.windows],
            matters=[PartOut.named(each) for each in day.matters],
        )
