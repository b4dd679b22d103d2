"""A parcel as it is drawn: numbers of an SVG, a table of its corners. Nothing here knows of a page."""

import math
from collections.abc import Iterable, Sequence

from nentang.kernel.frozen import Frozen

from .areas import area_words
from .plane import Plane, sides_of, written_area
from .shapes import Box, Point, Shape

WIDTH, HEIGHT, EDGE = 360, 360, 84
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
MOST_LABELS = 40
"""Sides and corners are written for shapes with no more corners than this."""


class Label(Frozen):
    """A word at a place, turned by so many degrees."""

    x: float
    y: float
    text: str
    turn: float = 0.0


class Piece(Frozen):
    """A shape as a path, with what is written in it."""

    path: str
    label: Label


class Corner(Frozen):
    """A corner: its number, where it is, and how far the next one."""

    number: int
    longitude: float
    latitude: float
    side: str
    x: float
    y: float


class Bar(Frozen):
    """The bar that says how long so many metres are."""

    left: float
    right: float
    y: float
    words: str


class Drawing(Frozen):
    """What a page needs to draw parcels and what lies around them."""

    width: int
    height: int
    pieces: tuple[Piece, ...]
    around: tuple[Piece, ...]
    sides: tuple[Label, ...]
    corners: tuple[Corner, ...]
    bar: Bar


class _Paper(Frozen):
    """From longitudes and latitudes to places on the drawing."""

    plane: Plane
    scale: float

    def put(self, point: Point) -> Point:
        x, y = self.plane.put(point)
        return round(WIDTH / 2 + x * self.scale, 1), round(HEIGHT / 2 - y * self.scale, 1)

    def path(self, shape: Shape) -> str:
        rings = ("M" + "L".join(f"{x} {y}" for x, y in map(self.put, r)) + "Z" for r in shape.rings)
        return "".join(rings)


def draw(parts: Sequence[tuple[str, Shape, Point]], around: Iterable[tuple[str, Shape]]) -> Drawing:
    """The parts, each with its words and inner point, in the middle; what lies around them, pale."""
    paper = _paper([shape for _, shape, _ in parts])
    main = parts[0][1]
    return Drawing(
        width=WIDTH,
        height=HEIGHT,
        pieces=tuple(
            Piece(paper.path(shape), Label(*paper.put(inner), words))
            for words, shape, inner in parts
        ),
        around=tuple(_pale(paper, words, shape) for words, shape in around),
        sides=tuple(_sides(paper, parts)),
        corners=tuple(_corners(paper, main)) if len(parts) == 1 else (),
        bar=_bar(paper.scale),
    )


def _paper(shapes: Sequence[Shape]) -> _Paper:
    boxes = [shape.box for shape in shapes]
    box = Box(
        min(each.west for each in boxes),
        min(each.south for each in boxes),
        max(each.east for each in boxes),
        max(each.north for each in boxes),
    )
    plane = Plane.around(box)
    west, south = plane.put((box.west, box.south))
    east, north = plane.put((box.east, box.north))
    longest = max((east - west) / (WIDTH - 2 * EDGE), (north - south) / (HEIGHT - 2 * EDGE), 1e-6)
    return _Paper(plane, 1 / longest)


def _pale(paper: _Paper, words: str, shape: Shape) -> Piece:
    box = shape.box
    x, y = paper.put(((box.west + box.east) / 2, (box.south + box.north) / 2))
    is_seen = 12 < x < WIDTH - 12 and 12 < y < HEIGHT - 12
    return Piece(paper.path(shape), Label(x, y, words if is_seen else ""))


def _sides(paper: _Paper, parts: Sequence[tuple[str, Shape, Point]]) -> Iterable[Label]:
    """Metres beside each side that is long enough for them, outside the ring, never upside down."""
    for _, shape, _ in parts:
        if shape.corners > MOST_LABELS:
            continue
        ring = shape.outer
        lengths = sides_of(ring, paper.plane)
        for a, b, metres in zip(ring, (*ring[1:], ring[0]), lengths, strict=True):
            if metres * paper.scale >= 24:
                yield _side(paper.put(a), paper.put(b), metre_words(metres))


def _side(a: Point, b: Point, words: str) -> Label:
    length = math.dist(a, b)
    # Rings run counter-clockwise on the ground, so clockwise here: outside is to the right.
    across = ((a[1] - b[1]) / length, (b[0] - a[0]) / length)
    turn = math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))
    x, y = (a[0] + b[0]) / 2 + across[0] * 9, (a[1] + b[1]) / 2 + across[1] * 9
    if turn > 90 or turn <= -90:
        turn += 180 if turn < 0 else -180
    return Label(round(x, 1), round(y, 1), words, round(turn, 1))


def _corners(paper: _Paper, shape: Shape) -> Iterable[Corner]:
    number = 0
    for ring in shape.rings:
        for point, metres in zip(ring, sides_of(ring, paper.plane), strict=True):
            number += 1
            yield Corner(number, *point, metre_words(metres), *paper.put(point))


def _bar(scale: float) -> Bar:
    """The longest round number of metres that is no longer than a third of the drawing."""
    fitting = [step for step in STEPS if step * scale <= WIDTH / 3]
    metres = fitting[-1] if fitting else STEPS[0]
    return Bar(14, round(14 + metres * scale, 1), HEIGHT - 12, f"{metres} m")


def metre_words(metres: float) -> str:
    """`12,4`."""
    return f"{metres:.1f}".replace(".", ",")


def shape_words(shape: Shape) -> str:
    """`320,0 m²`."""
    return f"{area_words(written_area(shape))} m²"
