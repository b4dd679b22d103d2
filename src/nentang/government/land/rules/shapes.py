"""Shapes of parcels: rings of longitudes and latitudes (WGS84), nine decimals, a tenth of a millimetre."""

import json
import math
import re
from collections.abc import Iterable, Sequence
from typing import Any

from nentang.government.land.errors import ShapeInvalid, ShapeUnreadable
from nentang.kernel.frozen import Frozen

Point = tuple[float, float]
Ring = tuple[Point, ...]
DECIMALS = 9
MOST_CORNERS, MOST_RINGS, LONGEST_TEXT = 2000, 50, 120_000
COUNTRY = (102.0, 6.0, 118.0, 23.6)
"""West, south, east, north, with the islands."""
_PAIR = re.compile(r"\s*(-?\d{1,8}(?:\.\d{1,15})?)\s+(-?\d{1,8}(?:\.\d{1,15})?)\s*", re.ASCII)
_WKT = re.compile(r"\s*POLYGON\s*\((.*)\)\s*", re.IGNORECASE | re.DOTALL)
_RING = re.compile(r"\s*\(([^()]*)\)\s*")


class Box(Frozen):
    """What lies between four sides, in degrees."""

    west: float
    south: float
    east: float
    north: float


class Shape(Frozen):
    """A polygon: the outer ring first, then holes. Rings are not closed by their first corner again."""

    rings: tuple[Ring, ...]

    @property
    def outer(self) -> Ring:
        """The ring around it."""
        return self.rings[0]

    @property
    def corners(self) -> int:
        """How many corners all rings have."""
        return sum(map(len, self.rings))

    @property
    def box(self) -> Box:
        """The smallest box around it."""
        xs, ys = [x for x, _ in self.outer], [y for _, y in self.outer]
        return Box(min(xs), min(ys), max(xs), max(ys))

    @property
    def wkt(self) -> str:
        """Well-known text, each ring closed."""
        rings = (
            ", ".join(f"{x:.{DECIMALS}f} {y:.{DECIMALS}f}" for x, y in (*ring, ring[0]))
            for ring in self.rings
        )
        return f"POLYGON ({', '.join(f'({ring})' for ring in rings)})"

    @property
    def geojson(self) -> dict[str, Any]:
        """A geometry of GeoJSON (RFC 7946), the outer ring counter-clockwise."""
        return {
            "type": "Polygon",
            "coordinates": [[list(point) for point in (*ring, ring[0])] for ring in self.rings],
        }


def shape_of(rings: Iterable[Sequence[Sequence[float]]]) -> Shape:
    """The shape with those rings, rounded, turned as GeoJSON wants and begun at its south-western corner.

    ShapeUnreadable, ShapeInvalid: few corners, too many, none of the country's.
    """
    kept = [_ring(ring) for ring in rings]
    if not kept or len(kept) > MOST_RINGS:
        raise ShapeUnreadable(reason="không có đường bao, hoặc quá nhiều đường bao")
    if sum(map(len, kept)) > MOST_CORNERS:
        raise ShapeUnreadable(reason=f"nhiều hơn {MOST_CORNERS} góc")
    turned = [_turned(ring, is_left=place == 0) for place, ring in enumerate(kept)]
    return Shape((turned[0], *sorted(turned[1:])))


def _ring(points: Sequence[Sequence[float]]) -> Ring:
    ring: list[Point] = []
    for point in points:
        where = (float(point[0]), float(point[1]))
        if not _is_at_home(where):
            raise ShapeInvalid(reason=f"góc {len(ring) + 1} nằm ngoài lãnh thổ")
        where = (round(where[0], DECIMALS), round(where[1], DECIMALS))
        if not ring or ring[-1] != where:
            ring.append(where)
    if len(ring) > 1 and ring[0] == ring[-1]:
        ring.pop()
    if len(ring) < 3:
        raise ShapeInvalid(reason="ít hơn ba góc")
    return tuple(ring)


def _is_at_home(point: Point) -> bool:
    west, south, east, north = COUNTRY
    return (
        all(map(math.isfinite, point)) and west <= point[0] <= east and south <= point[1] <= north
    )


def _turned(ring: Ring, *, is_left: bool) -> Ring:
    """Counter-clockwise or clockwise, beginning with the smallest corner."""
    base = ring[0]
    twice = sum(
        (a[0] - base[0]) * (b[1] - base[1]) - (b[0] - base[0]) * (a[1] - base[1])
        for a, b in zip(ring, (*ring[1:], ring[0]), strict=True)
    )
    if (twice > 0) != is_left:
        ring = ring[::-1]
    first = ring.index(min(ring))
    return (*ring[first:], *ring[:first])


def read_shape(text: str) -> Shape:
    """The shape that the text says: well-known text or GeoJSON; ShapeUnreadable, ShapeInvalid."""
    return shape_of(read_rings(text))


def read_rings(text: str) -> list[list[Point]]:
    """Rings of numbers as the text has them, in whatever plane; ShapeUnreadable."""
    if len(text) > LONGEST_TEXT:
        raise ShapeUnreadable(reason="văn bản quá dài")
    return _read_geojson(text) if text.lstrip()[:1] == "{" else _read_wkt(text)


def _read_wkt(text: str) -> list[list[Point]]:
    found = _WKT.fullmatch(text)
    if not found:
        raise ShapeUnreadable(reason="phải là POLYGON ((kinh độ vĩ độ, …)) hoặc GeoJSON")
    return list(_wkt_rings(found[1]))


def _wkt_rings(inner: str) -> Iterable[list[Point]]:
    place = 0
    while True:
        ring = _RING.match(inner, place)
        if not ring:
            raise ShapeUnreadable(reason="dấu ngoặc không khớp")
        yield [_pair(each) for each in ring[1].split(",")]
        place = ring.end()
        if place == len(inner):
            return
        if inner[place] != ",":
            raise ShapeUnreadable(reason="dấu ngoặc không khớp")
        place += 1


def _pair(text: str) -> Point:
    found = _PAIR.fullmatch(text)
    if not found:
        raise ShapeUnreadable(reason="mỗi góc là hai số, cách nhau bằng dấu cách")
    return float(found[1]), float(found[2])


def _read_geojson(text: str) -> list[list[Point]]:
    try:
        said = json.loads(text)
        said = said.get("geometry", said) if isinstance(said, dict) else {}
        if said.get("type") != "Polygon":
            raise ShapeUnreadable(reason="chỉ nhận Polygon, mỗi thửa một hình")
        return [_numbers(ring) for ring in said["coordinates"]]
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise ShapeUnreadable(reason="không phải GeoJSON") from error


def _numbers(ring: Any) -> list[Point]:
    if not isinstance(ring, list) or len(ring) > MOST_CORNERS + 1:
        raise ShapeUnreadable(reason=f"nhiều hơn {MOST_CORNERS} góc")
    return [(float(point[0]), float(point[1])) for point in ring]
