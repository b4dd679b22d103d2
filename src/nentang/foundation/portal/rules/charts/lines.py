"""Several lines through the same time: places beside each other."""

from collections.abc import Sequence
from itertools import pairwise

from nentang.kernel.frozen import Frozen

from .marks import round_steps
from .svg import amount, element, percent, text

HEIGHT, TOP, BOTTOM = 250, 18, 220
LEFT, RIGHT = 0.11, 0.97
LOOKS = 6


class Line(Frozen):
    """A named line; None where nothing is known, and the line has a gap."""

    label: str
    values: tuple[float | None, ...]


class Turn(Frozen):
    """A moment at which something changed, by its place among the labels, with the words beside it."""

    place: int
    label: str


class Lines(Frozen):
    """Up to six lines over the moments named by `labels`; each has a look of its own, told beneath."""

    title: str
    labels: tuple[str, ...]
    lines: tuple[Line, ...]
    unit: str = "%"
    turn: Turn | None = None
    digits: int = 1
    column: str = ""
    note: str = ""


def draw(chart: Lines, language: str) -> str:
    """The lines as SVG, with axis, first, middle and last moment."""
    steps = _steps(chart)
    parts = [_grid(steps, language), _moments(chart.labels)]
    if chart.turn:
        parts.append(_turn(chart.turn, len(chart.labels)))
    parts += [_line(line, f"l{place % LOOKS}", steps) for place, line in enumerate(chart.lines)]
    label = f"{chart.title}: " + "; ".join(f"{n} {v}" for n, v in _latest(chart, language))
    return element("svg", *parts, width="100%", height=HEIGHT, role="img", aria_label=label)


def rows(chart: Lines, language: str) -> list[tuple[str, str]]:
    """Each line's value at each moment."""
    return [
        (f"{line.label}, {moment}", amount(value, chart.unit, language, chart.digits))
        for line in chart.lines
        for moment, value in zip(chart.labels, line.values, strict=True)
    ]


def keys(chart: Lines, language: str) -> list[tuple[str, str]]:
    """Look and words of each line, with its latest value."""
    return [
        (f"l{place % LOOKS}", f"{name}: {value}")
        for place, (name, value) in enumerate(_latest(chart, language))
    ]


def _latest(chart: Lines, language: str) -> list[tuple[str, str]]:
    last = (
        (line.label, next((each for each in reversed(line.values) if each is not None), None))
        for line in chart.lines
    )
    return [(label, amount(value, chart.unit, language, chart.digits)) for label, value in last]


def _steps(chart: Lines) -> list[float]:
    values = [each for line in chart.lines for each in line.values if each is not None]
    low, high = min(values, default=0), max(values, default=1)
    return round_steps(0 if 0 <= low < high * 0.6 else low, high)


def _x(index: int, count: int) -> float:
    return LEFT + (RIGHT - LEFT) * (index / (count - 1) if count > 1 else 0.5)


def _y(value: float, steps: Sequence[float]) -> float:
    return BOTTOM - (BOTTOM - TOP) * (value - steps[0]) / (steps[-1] - steps[0])


def _grid(steps: Sequence[float], language: str) -> str:
    digits = 0 if all(step == int(step) for step in steps) else 1
    return "".join(
        element("line", x1=percent(LEFT), x2=percent(RIGHT), y1=y, y2=y, class_="axis")
        + text(amount(step, "", language, digits), percent(LEFT - 0.02), y + 4, anchor="end", look="soft")
        for step, y in ((step, _y(step, steps)) for step in steps)
    )  # fmt: skip


def _moments(labels: Sequence[str]) -> str:
    last = len(labels) - 1
    shown = {0: "middle", last: "end"} | ({last // 2: "middle"} if last >= 4 else {})
    return "".join(
        text(labels[index], percent(_x(index, last + 1)), HEIGHT - 8, anchor=anchor, look="soft")
        for index, anchor in shown.items()
        if labels
    )


def _turn(turn: Turn, count: int) -> str:
    share = _x(turn.place, count)
    anchor = "end" if share > 0.55 else "start"
    x = percent(share)
    line = element("line", x1=x, x2=x, y1=TOP - 8, y2=BOTTOM, class_="goal")
    beside = percent(share + (-0.01 if anchor == "end" else 0.01))
    return line + text(turn.label, beside, TOP - 2, anchor=anchor, look="goal-text")


def _line(line: Line, look: str, steps: Sequence[float]) -> str:
    count = len(line.values)
    places = [
        None if value is None else (percent(_x(index, count)), _y(value, steps))
        for index, value in enumerate(line.values)
    ]
    strokes = [
        element("line", x1=a[0], y1=a[1], x2=b[0], y2=b[1], class_=f"line {look}")
        for a, b in pairwise(places)
        if a and b
    ]
    dots = [element("circle", cx=p[0], cy=p[1], r=2.5, class_=f"dot {look}") for p in places if p]
    return "".join(strokes + dots)
