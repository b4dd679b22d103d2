"""A line through time that goes on as a fan: what was, the path it should take, where it is likely to go."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from nentang.kernel.frozen import Frozen

from .marks import round_steps
from .svg import amount, element, percent, text

HEIGHT, TOP, BOTTOM = 250, 20, 216
LEFT, RIGHT = 0.13, 0.97
FIELD = 1000


class Spot(Frozen):
    """A value at a place in time: `at` counts in years (2020.5 is the middle of 2020)."""

    label: str
    at: float
    value: float


class Reach(Frozen):
    """What is expected at a place in time, and between what it is likely to lie."""

    label: str
    at: float
    value: float
    low: float
    high: float


class Fan(Frozen):
    """`seen` and `path` are drawn as lines, `ahead` as a fan. `is_stepped`: the path keeps its level until the next."""

    title: str
    seen: tuple[Spot, ...]
    path: tuple[Spot, ...] = ()
    ahead: tuple[Reach, ...] = ()
    is_stepped: bool = False
    unit: str = "%"
    digits: int = 1
    path_word: str = ""
    ahead_word: str = ""
    column: str = ""
    note: str = ""


Place = Callable[[float], float]


def draw(chart: Fan, language: str) -> str:
    """The lines and the fan over their axis; everything in it stands in the table too."""
    spots: list[Spot | Reach] = [*chart.seen, *chart.path, *chart.ahead]
    if not spots:
        return ""
    first, last = min(s.at for s in spots), max(s.at for s in spots)
    values = [s.value for s in spots] + [v for r in chart.ahead for v in (r.low, r.high)]
    low, high = min(values), max(values)
    steps = round_steps(0 if 0 <= low < high * 0.6 else low, high)
    across, up = _across(first, last), _up(steps)
    label = f"{chart.title}: " + "; ".join(
        f"{name} {value}" for name, value in rows(chart, language)[:40]
    )
    return element(
        "svg",
        _grid(steps, up, language),
        _years(first, last, across),
        _field(chart, across, up),
        _path(chart, across, up, language),
        _line([*chart.seen[-1:], *_middles(chart.ahead)], across, up, "line ahead"),
        _line(chart.seen, across, up, "line"),
        _latest(chart, across, up, language),
        width="100%", height=HEIGHT, role="img", aria_label=label,
    )  # fmt: skip


def rows(chart: Fan, language: str) -> list[tuple[str, str]]:
    """What was, then the path, then what is expected with its limits."""

    def said(value: float) -> str:
        return amount(value, chart.unit, language, chart.digits)

    path = f"{chart.path_word} " if chart.path_word else ""
    ahead = f"{chart.ahead_word} " if chart.ahead_word else ""
    return [
        *((spot.label, said(spot.value)) for spot in chart.seen),
        *((f"{path}{spot.label}", said(spot.value)) for spot in chart.path),
        *(
            (f"{ahead}{r.label}", f"{said(r.value)} ({said(r.low)} – {said(r.high)})")
            for r in chart.ahead
        ),
    ]


def _across(first: float, last: float) -> Place:
    whole = last - first or 1.0
    return lambda at: (at - first) / whole


def _up(steps: Sequence[float]) -> Place:
    return lambda value: BOTTOM - (BOTTOM - TOP) * (value - steps[0]) / (steps[-1] - steps[0])


def _x(share: float) -> str:
    return percent(LEFT + (RIGHT - LEFT) * share)


def _grid(steps: Sequence[float], up: Place, language: str) -> str:
    digits = 0 if all(step == int(step) for step in steps) else 1
    return "".join(
        element("line", x1=percent(LEFT), x2=percent(RIGHT), y1=up(step), y2=up(step), class_="axis")
        + text(amount(step, "", language, digits), percent(LEFT - 0.02), up(step) + 4, anchor="end", look="soft")
        for step in steps
    )  # fmt: skip


def _years(first: float, last: float, across: Place) -> str:
    """The years that begin within, at most six of them."""
    found = [year for year in range(int(first) + 1, int(last) + 1) if first <= year <= last]
    every = -(-len(found) // 6) or 1
    return "".join(
        text(str(year), _x(across(year)), HEIGHT - 14, anchor="middle", look="soft")
        for year in found[::every]
    )


def _field(chart: Fan, across: Place, up: Place) -> str:
    """The fan as one shape, stretched over the width of the plot."""
    if not chart.ahead:
        return ""
    start = [Reach("", s.at, s.value, s.value, s.value) for s in chart.seen[-1:]]
    along = [*start, *chart.ahead]
    above = [f"{FIELD * across(r.at):.1f},{up(r.high):.1f}" for r in along]
    below = [f"{FIELD * across(r.at):.1f},{up(r.low):.1f}" for r in reversed(along)]
    shape = element("polygon", points=" ".join([*above, *below]), class_="band")
    return element(
        "svg", shape, x=percent(LEFT), y=0, width=percent(RIGHT - LEFT), height=HEIGHT,
        viewbox=f"0 0 {FIELD} {HEIGHT}", preserveaspectratio="none",
    )  # fmt: skip


def _path(chart: Fan, across: Place, up: Place, language: str) -> str:
    if not chart.path:
        return ""
    spots = list(chart.path)
    if chart.is_stepped:
        corners = [Spot("", b.at, a.value) for a, b in pairwise(spots)]
        spots = [s for pair in zip(spots, corners, strict=False) for s in pair] + spots[-1:]
    dots = "".join(
        element("circle", cx=_x(across(s.at)), cy=up(s.value), r=3, class_="dot goal-dot")
        for s in chart.path
    )
    last = chart.path[-1]
    words = amount(last.value, chart.unit, language, 0 if last.value == int(last.value) else 1)
    said = text(words, _x(across(last.at)), up(last.value) - 8, anchor="end", look="goal-text")
    return _line(spots, across, up, "goal") + dots + said


def _line(spots: Sequence[Spot], across: Place, up: Place, look: str) -> str:
    return "".join(
        element("line", x1=_x(across(a.at)), y1=up(a.value), x2=_x(across(b.at)), y2=up(b.value), class_=look)
        for a, b in pairwise(spots)
    )  # fmt: skip


def _middles(ahead: Sequence[Reach]) -> list[Spot]:
    return [Spot(r.label, r.at, r.value) for r in ahead]


def _latest(chart: Fan, across: Place, up: Place, language: str) -> str:
    if not chart.seen:
        return ""
    last = chart.seen[-1]
    x, share = _x(across(last.at)), across(last.at)
    dot = element("circle", cx=x, cy=up(last.value), r=4.5, class_="dot last")
    words = amount(last.value, chart.unit, language, chart.digits)
    anchor = "start" if share < 0.2 else "end"
    return dot + text(words, x, up(last.value) - 11, anchor=anchor, look="strong")
