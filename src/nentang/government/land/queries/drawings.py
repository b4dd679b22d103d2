"""Drawings of parcels among their neighbours."""

from collections.abc import Sequence
from datetime import date

from nentang.government.land.models import Parcel
from nentang.government.land.rules.drawing import Drawing, draw, shape_words
from nentang.government.land.rules.geometry import inner_point
from nentang.government.land.rules.shapes import Shape

from .neighbours import NEAR, parcels_around

MOST_NEIGHBOURS = 60


def drawing_of(record: Parcel, shape: Shape, on: date) -> Drawing:
    """The parcel in the middle of its neighbours."""
    return drawing_of_parts([(str(record.number), shape)], on, left_out=[record.code])


def drawing_of_parts(
    parts: Sequence[tuple[str, Shape]], on: date, left_out: Sequence[str]
) -> Drawing:
    """The parts, each with what is written in it, in the middle of their neighbours."""
    around = [
        (str(each.number), each.shape)
        for _, shape in parts[:1]
        for each in parcels_around(
            shape.box, on, near=NEAR, left_out=left_out, limit=MOST_NEIGHBOURS
        )
    ]
    return draw([(words, shape, inner_point(shape)) for words, shape in parts], around)


def words_of_part(number: int, shape: Shape) -> str:
    """`A · 120,5 m²`."""
    return f"{chr(ord('A') + number % 26)} · {shape_words(shape)}"
