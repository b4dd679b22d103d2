"""A chart as a picture of its own, to be kept, sent or printed: title above, source beneath."""

from html import escape

from .bars import Bars
from .lines import HEIGHT as LINES_HIGH
from .lines import Lines, keys
from .lines import draw as draw_lines
from .marks import Mark
from .province_map import GAP, TALL, ProvinceMap, legend
from .province_map import draw as draw_map
from .svg import amount, element, text
from .trend import HEIGHT as TREND_HIGH
from .trend import Trend
from .trend import draw as draw_trend

WIDTH = 720
HEAD, FOOT, EDGE = 48, 30, 16
ROW, NAME_WIDE, VALUE_WIDE = 30, 220, 96
MOST_ROWS = 70
Pictured = Trend | Bars | Lines | ProvinceMap


def picture(chart: Pictured, language: str, *, style: str, source: str = "") -> str:
    """The whole SVG. `style` are the rules of the style sheet for charts, `source` a line beneath the chart."""
    body, high = _body(chart, language)
    whole = HEAD + high + (FOOT if source else EDGE)
    unit = f", {chart.unit}" if chart.unit else ""
    return element(
        "svg",
        element("title", escape(f"{chart.title}{unit}")),
        f"<style>{style}</style>",
        element("rect", width=WIDTH, height=whole, class_="ground"),
        text(_cut(f"{chart.title}{unit}", 66), EDGE, 22, look="headline"),
        text(_cut(chart.note, 100), EDGE, 40, look="soft"),
        body,
        text(_cut(source, 112), EDGE, whole - 10, look="soft") if source else "",
        xmlns="http://www.w3.org/2000/svg", viewbox=f"0 0 {WIDTH} {whole}", width=WIDTH, height=whole,
        class_="chart picture", role="img",
    )  # fmt: skip


def _body(chart: Pictured, language: str) -> tuple[str, int]:
    if isinstance(chart, Bars):
        return _bars(chart, language)
    if isinstance(chart, ProvinceMap):
        return _map(chart, language)
    if isinstance(chart, Lines):
        return _lines(chart, language)
    return _moved(_inside(draw_trend(chart, language)), HEAD), TREND_HIGH


def _lines(chart: Lines, language: str) -> tuple[str, int]:
    """The lines, and what each of them is called."""
    named = "".join(
        element("line", x1=EDGE, x2=EDGE + 28, y1=y - 4, y2=y - 4, class_=f"line {look}")
        + text(words, EDGE + 36, y)
        for y, (look, words) in enumerate_from(LINES_HIGH + 22, 20, keys(chart, language))
    )
    high = LINES_HIGH + 14 + 20 * len(chart.lines)
    return _moved(_inside(draw_lines(chart, language)) + named, HEAD), high


def enumerate_from(
    first: int, step: int, items: list[tuple[str, str]]
) -> list[tuple[int, tuple[str, str]]]:
    """Each with its place on the page."""
    return [(first + step * place, each) for place, each in enumerate(items)]


def _bars(chart: Bars, language: str) -> tuple[str, int]:
    shown = chart.bars[:MOST_ROWS]
    values = [bar.value for bar in shown if bar.value is not None]
    whole = chart.maximum or max([*values, chart.mark.value if chart.mark else 0], default=0) or 1
    wide = WIDTH - 2 * EDGE - NAME_WIDE - VALUE_WIDE
    parts = []
    for place, bar in enumerate(shown):
        y = HEAD + ROW * place
        length = wide * max(0.0, min(1.0, (bar.value or 0) / whole))
        parts += [
            text(_cut(bar.label, 30), EDGE, y + 19),
            element("rect", x=EDGE + NAME_WIDE, y=y + 6, width=wide, height=18, rx=4, class_="track"),
            element("rect", x=EDGE + NAME_WIDE, y=y + 6, width=length, height=18, rx=4, class_="fill"),
            text(amount(bar.value, chart.unit, language, chart.digits), WIDTH - EDGE, y + 19, anchor="end", look="strong"),
        ]  # fmt: skip
    if chart.mark:
        parts.append(_goal(chart.mark, whole, wide, len(shown)))
    return "".join(parts), ROW * len(shown) + 8


def _goal(mark: Mark, whole: float, wide: float, count: int) -> str:
    x = EDGE + NAME_WIDE + wide * min(1.0, mark.value / whole)
    return element("line", x1=x, x2=x, y1=HEAD, y2=HEAD + ROW * count, class_="goal")


def _map(chart: ProvinceMap, language: str) -> tuple[str, int]:
    """The tiles in the middle, the steps of the scale at their side."""
    high = int(1.25 * (max(place.row for place in chart.tiles.places) + 1) * (TALL + GAP))
    markup = draw_map(_without_links(chart), language)
    opening, _, rest = markup.partition(">")
    placed = opening.replace('width="100%"', f'x="{EDGE}" y="{HEAD}" width="520" height="{high}"')
    steps = legend(chart, language)
    boxes = "".join(
        element("rect", x=560, y=HEAD + 26 * place, width=18, height=14, rx=2, class_=look)
        + text(words, 586, HEAD + 12 + 26 * place)
        for place, (look, words) in enumerate(steps)
    )
    return f"{placed}>{rest}" + element("g", boxes, class_="legend"), high


def _without_links(chart: ProvinceMap) -> ProvinceMap:
    return ProvinceMap(
        chart.title, chart.tiles, chart.values, chart.bounds, chart.unit, chart.digits,
        chosen=chart.chosen,
    )  # fmt: skip


def _inside(markup: str) -> str:
    """What stands within the outermost element."""
    return markup.partition(">")[2].rpartition("</svg>")[0]


def _moved(markup: str, down: int) -> str:
    return element("g", markup, transform=f"translate(0,{down})")


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
