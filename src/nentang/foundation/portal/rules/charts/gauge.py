"""How far a value has come towards its marks (2025, 2030)."""

from nentang.kernel.frozen import Frozen

from .marks import Mark
from .svg import amount, element, percent, text


class Gauge(Frozen):
    """A value on a scale from 0 to `maximum`, with marks to reach."""

    title: str
    value: float | None
    marks: tuple[Mark, ...] = ()
    maximum: float = 100
    unit: str = "%"
    digits: int = 1
    tone: str = "info"
    column: str = ""
    note: str = ""


def draw(chart: Gauge, language: str) -> str:
    """A bar with its marks; neighbouring marks speak above and below, so that they do not collide."""
    parts = [element("rect", y=20, width="100%", height=14, rx=7, class_="track")]
    if chart.value is not None:
        width = percent(min(chart.value, chart.maximum), chart.maximum)
        parts.append(
            element("rect", y=20, width=width, height=14, rx=7, class_=f"fill {chart.tone}")
        )
    parts += [_mark(mark, place, chart, language) for place, mark in enumerate(chart.marks)]
    label = f"{chart.title}: " + "; ".join(
        f"{name} {value}" for name, value in rows(chart, language)
    )
    return element("svg", *parts, width="100%", height=54, role="img", aria_label=label)


def rows(chart: Gauge, language: str) -> list[tuple[str, str]]:
    """The value, then its marks."""
    pairs = [(chart.title, chart.value), *((mark.label, mark.value) for mark in chart.marks)]
    return [(label, amount(value, chart.unit, language, chart.digits)) for label, value in pairs]


def _mark(mark: Mark, place: int, chart: Gauge, language: str) -> str:
    share = min(mark.value / chart.maximum, 1)
    x = percent(share)
    anchor = "end" if share > 0.7 else "start" if share < 0.3 else "middle"
    words = f"{mark.label}: {amount(mark.value, chart.unit, language, 0)}"
    line = element("line", x1=x, x2=x, y1=17, y2=37, class_="tick")
    return line + text(words, x, 50 if place % 2 else 12, anchor=anchor, look="soft")
