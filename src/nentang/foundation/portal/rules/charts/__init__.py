"""Charts drawn on the server: a frozen dataclass in, SVG and the rows of its table out.

Sizes that depend on the page are percents, so that letters stay as large on a phone as on a wall.
Colours come from the style sheet through classes.
"""

from functools import singledispatch

from . import bars, fan, gauge, lines, province_map, shares, sparkline, trend
from .bars import Bar, Bars
from .fan import Fan, Reach, Spot
from .gauge import Gauge
from .lines import Line, Lines, Turn, keys
from .marks import Mark
from .province_map import Island, Place, ProvinceMap, Tiles, legend
from .shares import Share, Shares
from .sparkline import Sparkline
from .trend import Point, Trend

Chart = Trend | Lines | Fan | Bars | Shares | Gauge | Sparkline | ProvinceMap

__all__ = [
    "Bar",
    "Bars",
    "Chart",
    "Fan",
    "Gauge",
    "Island",
    "Line",
    "Lines",
    "Mark",
    "Place",
    "Point",
    "ProvinceMap",
    "Reach",
    "Share",
    "Shares",
    "Sparkline",
    "Spot",
    "Tiles",
    "Trend",
    "Turn",
    "draw",
    "keys",
    "legend",
    "rows",
]


@singledispatch
def draw(chart: object, language: str) -> str:
    """The drawing as markup; TypeError for what is no chart."""
    raise TypeError(f"{type(chart).__name__} is no chart")


@singledispatch
def rows(chart: object, language: str) -> list[tuple[str, str]]:
    """What the drawing shows, as the rows of a table: name and value."""
    raise TypeError(f"{type(chart).__name__} is no chart")


for _kind, _module in (
    (Trend, trend),
    (Lines, lines),
    (Fan, fan),
    (Bars, bars),
    (Shares, shares),
    (Gauge, gauge),
    (Sparkline, sparkline),
    (ProvinceMap, province_map),
):
    draw.register(_kind, _module.draw)
    rows.register(_kind, _module.rows)
