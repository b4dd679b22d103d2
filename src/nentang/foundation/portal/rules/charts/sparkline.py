"""A line as small as a word."""

from nentang.kernel.frozen import Frozen

from .svg import amount, element

WIDTH, HEIGHT, EDGE = 96, 26, 4


class Sparkline(Frozen):
    """Values in order of time; shown without axis or caption, beside the number it belongs to."""

    title: str
    values: tuple[float, ...]
    unit: str = "%"
    digits: int = 1
    column: str = ""
    note: str = ""


def draw(chart: Sparkline, language: str) -> str:
    """The line and its last point; read aloud as its first and last value."""
    if not chart.values:
        return ""
    places = [_place(index, value, chart.values) for index, value in enumerate(chart.values)]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    first, last = (
        amount(v, chart.unit, language, chart.digits) for v in (chart.values[0], chart.values[-1])
    )
    return element(
        "svg",
        element("polyline", points=path, fill="none", class_="line"),
        element("circle", cx=places[-1][0], cy=places[-1][1], r=3, class_="dot last"),
        viewbox=f"0 0 {WIDTH} {HEIGHT}", width=WIDTH, height=HEIGHT, role="img", class_="spark",
        aria_label=f"{chart.title}: {first} → {last}",
    )  # fmt: skip


def rows(chart: Sparkline, language: str) -> list[tuple[str, str]]:
    """Each value with its place in the line."""
    return [
        (str(place), amount(value, chart.unit, language, chart.digits))
        for place, value in enumerate(chart.values, start=1)
    ]


def _place(index: int, value: float, values: tuple[float, ...]) -> tuple[float, float]:
    low, high = min(values), max(values)
    across = index / (len(values) - 1) if len(values) > 1 else 1
    up = (value - low) / (high - low) if high > low else 0.5
    return EDGE + across * (WIDTH - 2 * EDGE), HEIGHT - EDGE - up * (HEIGHT - 2 * EDGE)
