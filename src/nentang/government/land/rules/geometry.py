"""What shapely knows of shapes: whether they are valid, overlap, are cut or become one."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from nentang.government.land.errors import CutMisses, NotNeighbours, ShapeInvalid
from nentang.kernel.frozen import Frozen

from .plane import Plane, area_of
from .shapes import Box, Point, Shape, shape_of

if TYPE_CHECKING:
    from shapely import Polygon
    from shapely.geometry.base import BaseGeometry

GRID = 0.001
"""Metres: corners nearer than this are one when shapes become one."""
LEAST_AREA, MOST_BEYOND = 0.1, 0.01
MOST_PARTS = 20


class Fit(Frozen):
    """How parts make up a whole, in square metres: where two lie on another, and where they differ from it."""

    overlap: float
    difference: float


def check_shape(shape: Shape) -> None:
    """ShapeInvalid: sides cross or touch, a hole lies outside, nothing is in between."""
    import shapely  # noqa: PLC0415 - heavy

    polygon = _polygon(shape, Plane.around(shape.box))
    if not polygon.is_valid:
        raise ShapeInvalid(reason=_why(shapely.is_valid_reason(polygon)))
    if polygon.area < LEAST_AREA:
        raise ShapeInvalid(reason="diện tích gần như bằng không")


def _why(reason: str) -> str:
    known = {
        "Self-intersection": "các cạnh cắt nhau",
        "Ring Self-intersection": "một đường bao chạm chính nó",
        "Hole lies outside shell": "khoảng trống nằm ngoài thửa",
        "Interior is disconnected": "khoảng trống chia thửa làm hai",
    }
    return next((said for start, said in known.items() if reason.startswith(start)), "hình bị lỗi")


def inner_point(shape: Shape) -> Point:
    """The point farthest from all sides, to the centimetre: one that lies within, whatever the shape."""
    import shapely  # noqa: PLC0415 - heavy

    plane = Plane.around(shape.box)
    spoke = shapely.maximum_inscribed_circle(_polygon(shape, plane), tolerance=0.01)
    x, y = spoke.coords[0]
    return plane.back((x, y))


def overlap_area(one: Shape, other: Shape) -> float:
    """Square metres that lie in both."""
    plane = Plane.around(one.box)
    return float(_polygon(one, plane).intersection(_polygon(other, plane)).area)


def fit_of(wholes: Sequence[Shape], parts: Sequence[Shape]) -> Fit:
    """How the parts lie on another and differ from the wholes together."""
    import shapely  # noqa: PLC0415 - heavy

    plane = _plane_of([*wholes, *parts])
    pieces = [_polygon(part, plane) for part in parts]
    overlap = sum(a.intersection(b).area for a, b in itertools.combinations(pieces, 2))
    whole = shapely.union_all([_polygon(each, plane) for each in wholes])
    difference = whole.symmetric_difference(shapely.union_all(pieces)).area
    return Fit(float(overlap), float(difference))


def cut_by_line(shape: Shape, line: Sequence[Point]) -> list[Shape]:
    """The pieces into which the line cuts the shape, from the largest; CutMisses where there is but one."""
    from shapely import LineString  # noqa: PLC0415 - heavy
    from shapely.ops import split  # noqa: PLC0415 - heavy

    plane = Plane.around(shape.box)
    path = LineString(plane.ring(line))
    if not path.is_simple:
        raise CutMisses
    pieces = [each for each in split(_polygon(shape, plane), path).geoms if each.area > LEAST_AREA]
    if not 1 < len(pieces) <= MOST_PARTS:
        raise CutMisses
    shapes = [_shape(piece, plane) for piece in pieces if piece.geom_type == "Polygon"]
    return sorted(shapes, key=area_of, reverse=True)


def joined(shapes: Sequence[Shape]) -> Shape:
    """The one shape that they become; NotNeighbours where they stay apart or touch in a point only."""
    import shapely  # noqa: PLC0415 - heavy

    plane = _plane_of(shapes)
    whole = shapely.union_all([_polygon(each, plane) for each in shapes], grid_size=GRID)
    if whole.geom_type != "Polygon":
        raise NotNeighbours
    return _shape(whole, plane)


def crossings(shapes: Mapping[str, Shape], allowed: float) -> Iterator[tuple[str, str, float]]:
    """Which of many shapes lie on another by more than `allowed` square metres."""
    import shapely  # noqa: PLC0415 - heavy

    names = list(shapes)
    if not names:
        return
    plane = _plane_of(shapes.values())
    polygons = [_polygon(shapes[name], plane) for name in names]
    tree = shapely.STRtree(polygons)
    for one, other in zip(*tree.query(polygons, predicate="intersects"), strict=True):
        if one < other and (area := polygons[one].intersection(polygons[other]).area) > allowed:
            yield names[one], names[other], float(area)


def _plane_of(shapes: Iterable[Shape]) -> Plane:
    boxes = [shape.box for shape in shapes]
    return Plane.around(
        Box(
            min(box.west for box in boxes),
            min(box.south for box in boxes),
            max(box.east for box in boxes),
            max(box.north for box in boxes),
        )
    )


def _polygon(shape: Shape, plane: Plane) -> Polygon:
    from shapely import Polygon  # noqa: PLC0415 - heavy

    outer, *holes = (plane.ring(ring) for ring in shape.rings)
    return Polygon(outer, holes)


def _shape(piece: BaseGeometry, plane: Plane) -> Shape:
    rings = [piece.exterior, *piece.interiors]  # type: ignore[attr-defined] # a polygon has them
    return shape_of([[plane.back((x, y)) for x, y in ring.coords] for ring in rings])


def line_across(shape: Shape, start: tuple[int, float], end: tuple[int, float]) -> list[Point]:
    """A line from a side to another, each given by its number from 1 and metres from its first corner.

    It reaches a centimetre beyond both, so that it cuts. CutMisses where there is no such place.
    """
    plane = Plane.around(shape.box)
    ring = plane.ring(shape.outer)
    (ax, ay), (bx, by) = (_place_on(ring, *each) for each in (start, end))
    length = math.dist((ax, ay), (bx, by))
    if length < MOST_BEYOND:
        raise CutMisses
    ux, uy = (bx - ax) / length * MOST_BEYOND, (by - ay) / length * MOST_BEYOND
    return [plane.back((ax - ux, ay - uy)), plane.back((bx + ux, by + uy))]


def _place_on(ring: Sequence[Point], side: int, metres: float) -> Point:
    if not 1 <= side <= len(ring):
        raise CutMisses
    (ax, ay), (bx, by) = ring[side - 1], ring[side % len(ring)]
    length = math.dist((ax, ay), (bx, by))
    if not 0 <= metres <= length + MOST_BEYOND:
        raise CutMisses
    part = min(metres / length, 1.0)
    return ax + (bx - ax) * part, ay + (by - ay) * part
