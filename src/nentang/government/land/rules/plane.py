"""A small plane around a parcel, in metres: areas are kept (the sinusoidal projection of the ellipsoid)."""

import math
from collections.abc import Sequence
from decimal import Decimal

from nentang.kernel.frozen import Frozen

from .areas import square_metres
from .shapes import Box, Point, Shape

AXIS = 6_378_137.0
FLATTENING = 1 / 298.257223563
SQUARE = FLATTENING * (2 - FLATTENING)


class Plane(Frozen):
    """East and north of a point, as far as a map sheet goes."""

    longitude: float
    latitude: float

    @classmethod
    def around(cls, box: Box) -> "Plane":
        """The plane whose middle is that of the box."""
        return cls((box.west + box.east) / 2, (box.south + box.north) / 2)

    @property
    def _up(self) -> float:
        """Metres of a degree northwards."""
        bent = 1 - SQUARE * math.sin(math.radians(self.latitude)) ** 2
        return math.radians(AXIS * (1 - SQUARE) / bent**1.5)

    def put(self, point: Point) -> Point:
        """Metres east and north of the middle."""
        return (point[0] - self.longitude) * _across(point[1]), (
            point[1] - self.latitude
        ) * self._up

    def back(self, point: Point) -> Point:
        """Longitude and latitude."""
        latitude = self.latitude + point[1] / self._up
        return self.longitude + point[0] / _across(latitude), latitude

    def ring(self, points: Sequence[Point]) -> list[Point]:
        """A ring in metres."""
        return [self.put(point) for point in points]


def _across(latitude: float) -> float:
    """Metres of a degree eastwards."""
    angle = math.radians(latitude)
    return math.radians(AXIS * math.cos(angle) / math.sqrt(1 - SQUARE * math.sin(angle) ** 2))


def area_of(shape: Shape) -> float:
    """Square metres within the shape."""
    plane = Plane.around(shape.box)
    return sum(
        (1 if place == 0 else -1) * abs(_area(plane.ring(ring)))
        for place, ring in enumerate(shape.rings)
    )


def written_area(shape: Shape) -> Decimal:
    """Square metres of the shape as they are written, to one decimal."""
    return square_metres(area_of(shape))


def _area(ring: Sequence[Point]) -> float:
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2


def sides_of(ring: Sequence[Point], plane: Plane) -> list[float]:
    """Metres of each side, from a corner to the next."""
    points = plane.ring(ring)
    return [math.dist(a, b) for a, b in zip(points, (*points[1:], points[0]), strict=True)]


def border_of(shape: Shape) -> float:
    """Metres of all its sides."""
    plane = Plane.around(shape.box)
    return sum(sum(sides_of(ring, plane)) for ring in shape.rings)
