"""What pages of a parcel show beside its record: the drawing, its corners, where else it stands."""

from collections.abc import Mapping
from datetime import date
from itertools import count
from typing import Any

from .adapters.vn2000 import is_projection_here, meridian_for, to_vn2000
from .errors import ZoneUnknown
from .models import Parcel
from .queries import drawing_of, shape_on
from .rules.drawing import metre_words
from .rules.plane import Plane, sides_of
from .rules.shapes import Shape
from .rules.zones import meridian_words


def drawn(record: Parcel, on: date) -> Mapping[str, Any]:
    """The drawing with a table of corners; nothing where the parcel has no shape."""
    shape = shape_on(record, on)
    if shape is None:
        return {}
    return {"drawing": drawing_of(record, shape, on), "corners": corners_of(record, shape, on)}


def corners_of(record: Parcel, shape: Shape, on: date) -> Mapping[str, Any]:
    """Corners in the country's plane where that is known here, in WGS84 otherwise."""
    try:
        meridian = meridian_for(record.unit_code, min(on, record.entered_at.date()))
    except ZoneUnknown:
        meridian = ""
    if meridian and is_projection_here():
        said = [
            (f"{y:.3f}", f"{x:.3f}") for ring in to_vn2000(shape, meridian, on) for x, y in ring
        ]
    else:
        meridian = ""
        said = [(f"{y:.7f}", f"{x:.7f}") for ring in shape.rings for x, y in ring]
    plane = Plane.around(shape.box)
    sides = [metre_words(each) for ring in shape.rings for each in sides_of(ring, plane)]
    rows = zip(count(1), said, sides, strict=False)
    return {
        "meridian": meridian_words(meridian) if meridian else "",
        "rows": [(number, north, east, side) for number, (north, east), side in rows],
    }
