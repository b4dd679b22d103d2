"""What lies around a shape."""

from collections.abc import Iterable, Iterator
from datetime import date

from nentang.government.land.enums import ParcelState
from nentang.government.land.models import ParcelStanding, ShapeVersion
from nentang.government.land.rules.geometry import overlap_area
from nentang.government.land.rules.plane import border_of
from nentang.government.land.rules.shapes import Box, Shape, read_shape
from nentang.government.land.rules.tolerances import tolerance_on
from nentang.kernel.frozen import Frozen

NEAR = 0.0002
"""Degrees around a shape within which its neighbours are drawn: some twenty metres."""


class Neighbour(Frozen):
    """Another parcel on the map, with its number and shape."""

    code: str
    number: int
    shape: Shape


def parcels_around(
    box: Box, on: date, *, near: float = 0.0, left_out: Iterable[str] = (), limit: int = 400
) -> Iterator[Neighbour]:
    """Parcels on the map on that day whose boxes meet the box."""
    standing = ParcelStanding.objects.filter(
        state=ParcelState.ACTIVE, superseded_at=None, valid_from__lte=on
    ).exclude(valid_to__lte=on)
    rows = ShapeVersion.objects.filter(
        superseded_at=None,
        valid_from__lte=on,
        west__lte=box.east + near,
        east__gte=box.west - near,
        south__lte=box.north + near,
        north__gte=box.south - near,
        record__in=standing.values("record"),
    ).exclude(valid_to__lte=on)
    rows = rows.exclude(record__code__in=list(left_out)).order_by("pk")
    for code, number, wkt in rows.values_list("record__code", "record__number", "wkt")[:limit]:
        yield Neighbour(code, number, read_shape(wkt))


def overlapping_parcel(
    shape: Shape, on: date, *, left_out: Iterable[str] = ()
) -> tuple[str, float] | None:
    """Which parcel on the map lies on the shape by more than borders may be wrong, by how many m²."""
    allowed = tolerance_on(on).along(border_of(shape))
    for other in parcels_around(shape.box, on, left_out=left_out):
        area = overlap_area(shape, other.shape)
        if area > allowed:
            return other.code, area
    return None
