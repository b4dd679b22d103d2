"""A map of provinces as tiles of one size, with the Hoàng Sa and Trường Sa archipelagos."""

from bisect import bisect_right
from collections.abc import Mapping
from html import escape
from itertools import pairwise

from msgspec import field

from nentang.kernel.frozen import Frozen

from .svg import amount, element, text

TILE, TALL, GAP = 48, 44, 2
ISLAND_AT, ISLAND_WIDE = 5.2, 86


class Place(Frozen):
    """A province: its code, its name, the name cut into two lines, where its tile lies."""

    code: str
    name: str
    lines: tuple[str, str]
    column: int
    row: int


class Island(Frozen):
    """An archipelago and the province to which it belongs."""

    name: str
    of: str
    of_code: str
    row: int


class Tiles(Frozen):
    """All provinces of a day and the two archipelagos."""

    places: tuple[Place, ...]
    islands: tuple[Island, ...]


class ProvinceMap(Frozen):
    """Values by province code. `bounds` are the four limits between the five steps of the scale."""

    title: str
    tiles: Tiles
    values: Mapping[str, float | None]
    bounds: tuple[float, float, float, float]
    unit: str = "%"
    digits: int = 0
    urls: Mapping[str, str] = field(default_factory=dict)
    chosen: str = ""
    column: str = ""
    note: str = ""


def draw(chart: ProvinceMap, language: str) -> str:
    """Every province as a tile with name and value; a link where it has an address."""
    tiles = [_tile(place, chart, language) for place in chart.tiles.places]
    tiles += [_island(island) for island in chart.tiles.islands]
    high = (max(place.row for place in chart.tiles.places) + 1) * (TALL + GAP)
    wide = ISLAND_AT * (TILE + GAP) + ISLAND_WIDE
    return element(
        "svg", *tiles, viewbox=f"-2 -2 {wide + 4:.0f} {high + 4}", width="100%", class_="map",
        role="group" if chart.urls else "img", aria_label=chart.title,
    )  # fmt: skip


def rows(chart: ProvinceMap, language: str) -> list[tuple[str, str]]:
    """Each province with its value, as the map is read: from the north to the south."""
    return [(place.name, _amount(place, chart, language)) for place in chart.tiles.places]


def legend(chart: ProvinceMap, language: str) -> list[tuple[str, str]]:
    """Class and words of each step of the scale: `< 60`, `60 – 70`, …, `≥ 90`."""
    limits = [amount(bound, "", language, chart.digits) for bound in chart.bounds]
    between = [f"{low} – {high}" for low, high in pairwise(limits)]
    words = [f"< {limits[0]}", *between, f"≥ {limits[-1]}"]
    return [(f"s{step}", word) for step, word in enumerate(words)]


def _amount(place: Place, chart: ProvinceMap, language: str) -> str:
    return amount(chart.values.get(place.code), chart.unit, language, chart.digits)


def _tile(place: Place, chart: ProvinceMap, language: str) -> str:
    value = chart.values.get(place.code)
    step = None if value is None else bisect_right(chart.bounds, value)
    spoken = f"{place.name}: {_amount(place, chart, language)}"
    first, second = place.lines
    body = [
        element("title", escape(spoken)),
        element(
            "rect", width=TILE, height=TALL, rx=4, class_="none" if step is None else f"s{step}"
        ),
        text(first, TILE / 2, 12 if second else 17),
        text(second, TILE / 2, 24) if second else "",
        text(amount(value, "", language, chart.digits), TILE / 2, 38.5, look="figure"),
    ]
    dark = "on-dark" if step is not None and step > 2 else ""
    look = " ".join(filter(None, (dark, "chosen" if place.code == chart.chosen else ""))) or None
    at = f"translate({place.column * (TILE + GAP)},{place.row * (TALL + GAP)})"
    group = element("g", *body, transform=at, class_=look)
    url = chart.urls.get(place.code)
    return element("a", group, href=url, aria_label=spoken) if url else group


def _island(island: Island) -> str:
    at = f"translate({ISLAND_AT * (TILE + GAP):.0f},{island.row * (TALL + GAP)})"
    return element(
        "g",
        element("title", escape(f"{island.name} ({island.of})")),
        element("rect", width=ISLAND_WIDE, height=TALL, rx=4, class_="island"),
        text(island.name, ISLAND_WIDE / 2, 18),
        text(island.of, ISLAND_WIDE / 2, 31, look="soft"),
        transform=at,
    )
