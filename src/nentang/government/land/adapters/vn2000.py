"""VN-2000 in its plane of three-degree zones, by pyproj (the extra `land`)."""

from datetime import date
from functools import cache
from typing import Any

from nentang.foundation.organizations.public import UnitNotFound, province_of
from nentang.government.land.errors import ProjectionMissing, ZoneUnknown
from nentang.government.land.rules.shapes import Point, Shape, shape_of
from nentang.government.land.rules.zones import zones_law

PRECISION = 3
"""Decimals of metres in which coordinates are given."""


def meridian_for(unit_code: str, on: date) -> str:
    """The meridian of the maps of that commune on that day; ZoneUnknown."""
    try:
        province = province_of(unit_code, on)
    except UnitNotFound:
        raise ZoneUnknown from None
    return zones_law().in_force(on=on).meridian_of(province.code)


def from_vn2000(rings: list[list[Point]], meridian: str, on: date) -> Shape:
    """The shape whose corners are (east, north) in metres; ProjectionMissing, ShapeInvalid."""
    return shape_of([[point_from_vn2000(each, meridian, on) for each in ring] for ring in rings])


def point_from_vn2000(point: Point, meridian: str, on: date) -> Point:
    """Longitude and latitude of (east, north)."""
    return _moved(_pipeline_for(meridian, on), point, "FORWARD")


def to_vn2000(shape: Shape, meridian: str, on: date) -> list[list[Point]]:
    """Corners as (east, north) in metres, ring by ring; ProjectionMissing."""
    pipeline = _pipeline_for(meridian, on)
    return [
        [(round(x, PRECISION), round(y, PRECISION)) for x, y in (_back(pipeline, p) for p in ring)]
        for ring in shape.rings
    ]


def _back(pipeline: Any, point: Point) -> Point:
    """Where the point comes from: heights fall away in between, so the first answer is out by a millimetre."""
    first = _moved(pipeline, point, "INVERSE")
    again = _moved(pipeline, _moved(pipeline, first, "FORWARD"), "INVERSE")
    return 2 * first[0] - again[0], 2 * first[1] - again[1]


def _moved(pipeline: Any, point: Point, direction: str) -> Point:
    x, y = pipeline.transform(*point, direction=direction)[:2]
    return x, y


def is_projection_here() -> bool:
    """Whether pyproj is installed."""
    try:
        _pyproj()
    except ProjectionMissing:
        return False
    return True


@cache
def _pyproj() -> Any:
    try:
        import pyproj  # noqa: PLC0415 - heavy, and an extra
    except ImportError as error:
        raise ProjectionMissing from error
    return pyproj


def _pipeline_for(meridian: str, on: date) -> Any:
    """ZoneUnknown for a meridian that no map has."""
    law = zones_law()
    if meridian not in law.rules[0].value.meridians:
        raise ZoneUnknown
    zones = law.in_force(on=on)
    return _pipeline(zones.shift, zones.turn, zones.scale, meridian)


@cache
def _pipeline(
    shift: tuple[float, ...], turn: tuple[float, ...], scale: float, meridian: str
) -> Any:
    """From the plane of that meridian to WGS84 in degrees."""
    x, y, z = shift
    rx, ry, rz = turn
    return _pyproj().Transformer.from_pipeline(
        "+proj=pipeline "
        f"+step +inv +proj=tmerc +lat_0=0 +lon_0={meridian} +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 "
        "+step +proj=push +v_3 +step +proj=cart +ellps=WGS84 "
        f"+step +proj=helmert +x={x} +y={y} +z={z} +rx={rx} +ry={ry} +rz={rz} +s={scale} "
        "+convention=coordinate_frame "
        "+step +inv +proj=cart +ellps=WGS84 +step +proj=pop +v_3 "
        "+step +proj=unitconvert +xy_in=rad +xy_out=deg"
    )
