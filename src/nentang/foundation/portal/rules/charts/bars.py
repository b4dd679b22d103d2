"""Bars beside each other: a comparison or a ranking."""

from html import escape

from nentang.kernel.frozen import Frozen

from .marks import Mark
from .svg import amount, element, percent


class Bar(Frozen):
    """One bar. `url` makes its name a link, `is_own` marks the reader's own."""

    label: str
    value: float | None
    url: str = ""
    is_own: bool = False


class Bars(Frozen):
    """Bars in the order given, longest possible `maximum` (0: the largest value)."""

    title: str
    bars: tuple[Bar, ...]
    unit: str = "%"
    mark: Mark | None = None
    maximum: float = 0
    digits: int = 1
    column: str = ""
    note: str = ""


def draw(chart: Bars, language: str) -> str:
    """A list that can be read aloud; only the bars themselves are drawn."""
    values = [bar.value for bar in chart.bars if bar.value is not None]
    whole = chart.maximum or max([*values, chart.mark.value if chart.mark else 0], default=0)
    return element("ol", *(_bar(bar, chart, whole, language) for bar in chart.bars), class_="bars")


def rows(chart: Bars, language: str) -> list[tuple[str, str]]:
    """Each bar, then the mark."""
    pairs = [(bar.label, bar.value) for bar in chart.bars]
    pairs += [(chart.mark.label, chart.mark.value)] if chart.mark else []
    return [(label, amount(value, chart.unit, language, chart.digits)) for label, value in pairs]


def _bar(bar: Bar, chart: Bars, whole: float, language: str) -> str:
    name = element("a", escape(bar.label), href=bar.url) if bar.url else escape(bar.label)
    parts = [element("rect", width="100%", height=14, rx=3, class_="track")]
    parts.append(
        element("rect", width=percent(bar.value or 0, whole), height=14, rx=3, class_="fill")
    )
    if chart.mark:
        x = percent(chart.mark.value, whole)
        parts.append(element("line", x1=x, x2=x, y1=-3, y2=17, class_="goal"))
    return element(
        "li",
        element("span", name, class_="own" if bar.is_own else None),
        element("svg", *parts, width="100%", height=14, aria_hidden="true"),
        element("span", escape(amount(bar.value, chart.unit, language, chart.digits)), class_="amount"),
    )  # fmt: skip
