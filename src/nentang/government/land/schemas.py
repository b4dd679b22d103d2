"""What the interface gives: features of GeoJSON (RFC 7946)."""

from typing import Literal

from ninja import Schema


class Polygon(Schema):
    """Rings of longitudes and latitudes, the outer one first."""

    type: Literal["Polygon"]
    coordinates: list[list[list[float]]]


class ParcelNumber(Schema):
    """Which parcel it is."""

    code: str
    unit_code: str
    sheet: int
    number: int


class Feature(Schema):
    """A parcel with its shape."""

    type: Literal["Feature"]
    geometry: Polygon
    properties: ParcelNumber
