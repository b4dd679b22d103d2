"""A line through time, with the marks to reach."""

from collections.abc import Sequence
from itertools import pairwise

from nentang.kernel.frozen import Frozen

from .marks import Mark, round_steps
from .svg import amount, element, percent, text

HEIGHT, TOP, BOTTOM = 210, 18, 180
LEFT, RIGHT = 0.13, 0.97


class Point(Frozen):
    """A moment and its value; None where nothing is known, and the line has a gap."""

    label: str
    value: float | None


class Trend(Frozen):
    """Points in order of time. `column` heads the first column of the table (for instance `Năm`)."""

    title: str
    points: tuple[Point, ...]
    unit: str = "%"
    marks: tuple[Mark, ...] = ()
    digits: int = 1
    column: str = ""
    note: str = ""


def draw(chart: Trend, language: str) -> str:
    """The line as SVG, its axis, marks, first, middle and last moment."""
    steps = _steps(chart)
    parts = [_grid(steps, language), _moments(chart.points)]
    parts += [_mark(place, steps, chart, language) for place in range(len(chart.marks))]
    parts.append(_line(chart, steps, language))
    label = f"{chart.title}: " + "; ".join(
        f"{name} {value}" for name, value in rows(chart, language)
    )
    return element("svg", *parts, width="100%", height=HEIGHT, role="img", aria_label=label)


def rows(chart: Trend, language: str) -> list[tuple[str, str]]:
    """Each moment with its value, then the marks."""
    pairs = [
        *((p.label, p.value) for p in chart.points),
        *((m.label, m.value) for m in chart.marks),
    ]
    return [(label, amount(value, chart.unit, language, chart.digits)) for label, value in pairs]


def _steps(chart: Trend) -> list[float]:
    values = [point.value for point in chart.points if point.value is not None]
    values += [mark.value for mark in chart.marks]
    low, high = min(values, default=0), max(values, default=1)
    return round_steps(0 if 0 <= low < high * 0.6 else low, high)


def _x(index: int, count: int) -> float:
    return LEFT + (RIGHT - LEFT) * (index / (count - 1) if count > 1 else 0.5)


def _y(value: float, steps: Sequence[float]) -> float:
    return BOTTOM - (BOTTOM - TOP) * (value - steps[0]) / (steps[-1] - steps[0])


def _grid(steps: Sequence[float], language: str) -> str:
    return "".join(
        element("line", x1=percent(LEFT), x2=percent(RIGHT), y1=y, y2=y, class_="axis")
        + text(amount(step, "", language, _digits(steps)), percent(LEFT - 0.02), y + 4, anchor="end", look="soft")
        for step, y in ((step, _y(step, steps)) for step in steps)
    )  # fmt: skip


def _digits(steps: Sequence[float]) -> int:
    return 0 if all(step == int(step) for step in steps) else 1


def _moments(points: Sequence[Point]) -> str:
    last = len(points) - 1
    shown = {0: "middle", last: "end"} | ({last // 2: "middle"} if last >= 4 else {})
    return "".join(
        text(points[index].label, percent(_x(index, last + 1)), HEIGHT - 8, anchor=anchor, look="soft")
        for index, anchor in shown.items()
        if points
    )  # fmt: skip


def _mark(place: int, steps: Sequence[float], chart: Trend, language: str) -> str:
    """A dashed line; each mark speaks further to the right, so that neighbours do not collide."""
    mark = chart.marks[place]
    y = _y(mark.value, steps)
    words = f"{mark.label}: {amount(mark.value, chart.unit, language, 0)}"
    line = element("line", x1=percent(LEFT), x2=percent(RIGHT), y1=y, y2=y, class_="goal")
    return line + text(words, percent(LEFT + 0.01 + 0.27 * place), y - 5, look="goal-text")


def _line(chart: Trend, steps: Sequence[float], language: str) -> str:
    count = len(chart.points)
    places = [
        None if point.value is None else (percent(_x(index, count)), _y(point.value, steps))
        for index, point in enumerate(chart.points)
    ]
    strokes = [
        element("line", x1=a[0], y1=a[1], x2=b[0], y2=b[1], class_="line")
        for a, b in pairwise(places)
        if a and b
    ]
    dots = [element("circle", cx=p[0], cy=p[1], r=3.5, class_="dot") for p in places if p]
    return "".join(strokes + dots) + _latest(chart, places, language)


def _latest(chart: Trend, places: Sequence[tuple[str, float] | None], language: str) -> str:
    known = [(p, place) for p, place in zip(chart.points, places, strict=True) if place]
    if not known:
        return ""
    point, (x, y) = known[-1]
    words = amount(point.value, chart.unit, language, chart.digits)
    dot = element("circle", cx=x, cy=y, r=4.5, class_="dot last")
    return dot + text(words, x, y - 11, anchor="end", look="strong")
