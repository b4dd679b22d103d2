"""Standings, deadlines, spots and figures in words."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from nentang.foundation.portal.public import Share, Shares, day_words
from nentang.kernel.frozen import Frozen
from nentang.measure.tasks.enums import DeadlineKind, Doubt, Standing
from nentang.measure.tasks.rules.standing import days_late

TONES = {
    Standing.NOT_DUE: "",
    Standing.IN_TIME: "info",
    Standing.EXTENDED: "wait",
    Standing.RETURNED: "wait",
    Standing.LATE: "late",
    Standing.DONE_IN_TIME: "ok",
    Standing.DONE_LATE: "wait",
}
SHARED = (
    (Standing.DONE_IN_TIME, "ok"),
    (Standing.DONE_LATE, "wait"),
    (Standing.IN_TIME, "info"),
    (Standing.EXTENDED, "info"),
    (Standing.RETURNED, "wait"),
    (Standing.LATE, "late"),
    (Standing.NOT_DUE, "left"),
)


class Line(Frozen):
    """One task in a list: the row, how it stands in words, by when, and what was handed on."""

    task: Any
    tone: str
    standing: str
    due: str
    first_due: str
    days_late: int
    parts: str


def spoken() -> str:
    """`en` on English pages, else `vi`."""
    return "en" if (get_language() or "vi").startswith("en") else "vi"


def standing_words(standing: str) -> str:
    """The standing as it is read."""
    return str(Standing(standing).label)


def due_words(due_kind: str, due_on: date | None) -> str:
    """The day, or what kind of deadline there is."""
    return day_words(due_on, spoken()) if due_on else str(DeadlineKind(due_kind).label)


def lines_of(tasks: Iterable[Any], today: date) -> list[Line]:
    """Rows with a standing as a list shows them."""
    return [_line(task, today) for task in tasks]


def _line(task: Any, today: date) -> Line:
    standing = Standing(task.standing)
    all_parts = getattr(task, "parts_all", 0)
    done = getattr(task, "parts_done", 0)
    moved = task.due_on != task.first_due_on and task.first_due_on is not None
    return Line(
        task=task,
        tone=TONES[standing],
        standing=str(standing.label),
        due=due_words(task.due_kind, task.due_on),
        first_due=due_words(task.due_kind, task.first_due_on) if moved else "",
        days_late=days_late(task, today),
        parts=_("%(done)s trên %(all)s việc giao xuống đã xong") % {"done": done, "all": all_parts}
        if all_parts
        else "",
    )


def spot_words(spot: str) -> str:
    """`para:12` as `đoạn 12`, and its kin; nothing for what was typed."""
    kind, _colon, rest = spot.partition(":")
    first, _colon, second = rest.partition(":")
    if kind == "para":
        return _("đoạn %(n)s") % {"n": first}
    if kind == "table":
        return _("bảng %(table)s, dòng %(row)s") % {"table": first, "row": second}
    if kind == "page":
        return _("trang %(page)s, đoạn %(n)s") % {"page": first, "n": second}
    return _("dòng %(n)s") % {"n": second} if kind == "line" else ""


def doubt_words(doubts: Iterable[str]) -> str:
    """What to look at."""
    return ", ".join(str(Doubt(each).label) for each in doubts)


def shares_of(title: str, counts: Mapping[str, int]) -> Shares:
    """How tasks stand, as one bar."""
    found = ((each, tone, counts.get(each.value, 0)) for each, tone in SHARED)
    return Shares(
        title,
        tuple(Share(str(each.label), float(n), tone) for each, tone, n in found if n),
        column=_("Nhiệm vụ"),
    )
