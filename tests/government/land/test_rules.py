"""Geohashes, shapes, planes, shares and areas: pure arithmetic of land."""

import math
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.government.land.errors import (
    CutMisses,
    NotNeighbours,
    ShapeInvalid,
    ShapeUnreadable,
    SharesInvalid,
    ShareTooSmall,
)
from nentang.government.land.rules.areas import apportioned
from nentang.government.land.rules.geohash import cell_of, geohash
from nentang.government.land.rules.geometry import (
    check_shape,
    cut_by_line,
    fit_of,
    inner_point,
    joined,
    line_across,
    overlap_area,
)
from nentang.government.land.rules.plane import Plane, area_of
from nentang.government.land.rules.shapes import read_shape, shape_of
from nentang.government.land.rules.shares import check_shares, handed_over, read_share
from nentang.government.land.rules.tolerances import tolerance_law

from .factories import HERE, TODAY, ground, square


@pytest.mark.parametrize(
    ("longitude", "latitude", "expected"),
    [
        (10.40744, 57.64911, "u4pruydqqvj"),
        (-5.6, 42.6, "ezs42"),
        (0.119, 52.205, "u120fxw"),
        (-49.265506, -25.382708, "6gkzwgjzn820"),
    ],
)
def test_published_geohashes(longitude: float, latitude: float, expected: str) -> None:
    assert geohash(longitude, latitude, len(expected)) == expected


@given(st.floats(102, 118), st.floats(6, 23.6), st.integers(1, 12))
def test_a_point_lies_in_its_cell(longitude: float, latitude: float, length: int) -> None:
    west, south, east, north = cell_of(geohash(longitude, latitude, length))
    assert west <= longitude < east
    assert south <= latitude < north


@pytest.mark.parametrize("text", ["", "a", "u4pruydqqvjxx", "U"])
def test_what_is_no_geohash_has_no_cell(text: str) -> None:
    with pytest.raises(ValueError, match=r"geohash|substring"):
        cell_of(text)


def test_a_shape_is_read_from_both_ways_of_writing() -> None:
    shape = square()
    assert read_shape(shape.wkt) == shape
    text = str(shape.geojson).replace("'", '"')
    assert read_shape(text) == shape


def test_a_ring_may_run_either_way_and_begin_anywhere() -> None:
    corners = [(106.0, 20.0), (106.001, 20.0), (106.001, 20.001), (106.0, 20.001)]
    turned = corners[2:] + corners[:2]
    assert shape_of([corners]) == shape_of([turned]) == shape_of([corners[::-1]])
    assert shape_of([[*corners, corners[0]]]) == shape_of([corners])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "POINT (106 20)",
        "POLYGON EMPTY",
        "POLYGON ((106 20, 106.1 20, 106.1 20.1)",
        "POLYGON ((106 20, 106.1 x, 106.1 20.1))",
        "POLYGON ((106 20, nan 20, 106.1 20.1))",
        '{"type": "MultiPolygon", "coordinates": []}',
        '{"type": "Polygon", "coordinates": [[[106, 20], ["a", 20], [106, 21]]]}',
        '{"type": "Polygon"}',
        '{"geometry": 3}',
        "{" * 5000,
        "POLYGON ((" + "106 20, " * 20_000 + "106 20))",
    ],
)
def test_what_is_no_polygon_is_refused(text: str) -> None:
    with pytest.raises(ShapeUnreadable):
        read_shape(text)


@pytest.mark.parametrize(
    "text",
    [
        "POLYGON ((2 48, 2.1 48, 2.1 48.1, 2 48))",
        "POLYGON ((106 20, 106.1 20))",
        '{"type": "Polygon", "coordinates": [[[106, 20], [1e999, 20], [106, 21]]]}',
    ],
)
def test_what_lies_elsewhere_or_encloses_nothing_is_refused(text: str) -> None:
    with pytest.raises(ShapeInvalid):
        read_shape(text)


def test_crossing_sides_are_refused() -> None:
    with pytest.raises(ShapeInvalid):
        check_shape(ground((0, 0), (20, 20), (20, 0), (0, 20)))
    with pytest.raises(ShapeInvalid):
        check_shape(ground((0, 0), (9, 0), (9, 9), (0, 9), holes=[[(20, 20), (21, 20), (20, 21)]]))


@given(st.floats(102.5, 109.4), st.floats(8.6, 23.3), st.floats(1, 800))
def test_the_area_of_a_square_is_its_side_squared(
    longitude: float, latitude: float, side: float
) -> None:
    plane = Plane(longitude, latitude)
    corners = [plane.back(each) for each in ((0, 0), (side, 0), (side, side), (0, side))]
    assert math.isclose(area_of(shape_of([corners])), side * side, rel_tol=1e-5, abs_tol=1e-2)


def test_a_hole_is_not_part_of_the_area() -> None:
    ring = ground((0, 0), (20, 0), (20, 20), (0, 20), holes=[[(5, 5), (15, 5), (15, 15), (5, 15)]])
    assert math.isclose(area_of(ring), 300, rel_tol=1e-5)


def test_the_inner_point_lies_inside_a_bent_shape() -> None:
    bent = ground((0, 0), (40, 0), (40, 5), (5, 5), (5, 40), (0, 40))
    x, y = HERE.put(inner_point(bent))
    assert (0 < x < 40 and 0 < y < 5) or (0 < x < 5 and 0 < y < 40)


@st.composite
def round_shapes(draw: st.DrawFn) -> list[tuple[float, float]]:
    """Corners around a middle, each in its own direction: a shape whose sides never cross."""
    number = draw(st.integers(3, 14))
    radii = draw(st.lists(st.floats(8, 60), min_size=number, max_size=number))
    return [
        (r * math.cos(2 * math.pi * i / number), r * math.sin(2 * math.pi * i / number))
        for i, r in enumerate(radii)
    ]


@given(round_shapes(), st.floats(0, math.pi), st.floats(-3, 3), st.floats(-3, 3))
def test_what_a_line_cuts_is_the_whole_again(
    corners: list[tuple[float, float]], angle: float, x: float, y: float
) -> None:
    whole = ground(*corners)
    dx, dy = 200 * math.cos(angle), 200 * math.sin(angle)
    line = [HERE.back((x - dx, y - dy)), HERE.back((x + dx, y + dy))]
    parts = cut_by_line(whole, line)
    allowed = tolerance_law().in_force(on=TODAY).along(10)
    fit = fit_of([whole], parts)
    assert fit.overlap < allowed
    assert fit.difference < allowed
    assert math.isclose(sum(map(area_of, parts)), area_of(whole), abs_tol=0.05)
    for part in parts:
        check_shape(part)
    back = joined(parts)
    assert overlap_area(back, whole) > area_of(whole) - 0.5
    assert math.isclose(area_of(back), area_of(whole), abs_tol=0.5)


def test_a_line_that_misses_cuts_nothing() -> None:
    with pytest.raises(CutMisses):
        cut_by_line(square(), [HERE.back((30, -9)), HERE.back((30, 99))])
    with pytest.raises(CutMisses):
        cut_by_line(square(), [HERE.back((10, -9)), HERE.back((10, 5))])


def test_a_line_is_said_by_sides_and_metres() -> None:
    whole = square()
    left, right = cut_by_line(whole, line_across(whole, (1, 5.0), (3, 15.0)))
    assert math.isclose(area_of(left), 300, abs_tol=0.1)
    assert math.isclose(area_of(right), 100, abs_tol=0.1)
    for start, end in (((1, 5.0), (9, 1.0)), ((1, 50.0), (3, 1.0)), ((1, 5.0), (1, 5.0))):
        with pytest.raises(CutMisses):
            line_across(whole, start, end)


def test_what_touches_in_a_corner_does_not_become_one() -> None:
    with pytest.raises(NotNeighbours):
        joined([square(), square(20, 20)])
    with pytest.raises(NotNeighbours):
        joined([square(), square(60, 0)])


parts_of_one = st.lists(st.integers(1, 1000), min_size=1, max_size=9).map(
    lambda weights: [Fraction(weight, sum(weights)) for weight in weights]
)


@given(parts_of_one, st.data())
def test_shares_stay_one_whole(parts: list[Fraction], data: st.DataObject) -> None:
    shares = dict(enumerate(parts))
    giver = data.draw(st.sampled_from(sorted(shares)))
    given_parts = data.draw(st.lists(st.integers(1, 50), min_size=1, max_size=4))
    takers = {
        100 + place: shares[giver] * Fraction(weight, sum(given_parts))
        for place, weight in enumerate(given_parts)
    }
    left = handed_over(shares, giver, takers)
    check_shares(list(left.values()))
    assert giver not in left


def test_nobody_gives_more_than_they_have() -> None:
    shares = {"a": Fraction(1, 2), "b": Fraction(1, 2)}
    with pytest.raises(ShareTooSmall):
        handed_over(shares, "a", {"c": Fraction(2, 3)})
    with pytest.raises(SharesInvalid):
        handed_over(shares, "a", {"c": Fraction(0)})
    with pytest.raises(SharesInvalid):
        handed_over(shares, "a", {})
    assert handed_over(shares, "a", {"b": Fraction(1, 4)}) == {
        "a": Fraction(1, 4),
        "b": Fraction(3, 4),
    }


@pytest.mark.parametrize("shares", [[], ["1/2"], ["1/2", "1/3"], ["3/2", "-1/2"]])
def test_shares_that_are_no_whole_are_refused(shares: list[str]) -> None:
    with pytest.raises(SharesInvalid):
        check_shares([Fraction(each) for each in shares])


@pytest.mark.parametrize("text", ["", "0", "2", "1/0", "-1/2", "x", "1e-99", "1/9999999999999"])
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(SharesInvalid):
        read_share(text)


def test_shares_are_read_as_people_write_them() -> None:
    assert read_share("1/3") == Fraction(1, 3)
    assert read_share("0,25") == Fraction(1, 4)


@given(
    st.integers(1, 10_000_000),
    st.lists(st.integers(1, 1_000_000), min_size=1, max_size=20),
)
def test_areas_add_up_exactly(tenths: int, weights: list[int]) -> None:
    total = Decimal(tenths) / 10
    parts = apportioned(total, [Decimal(weight) for weight in weights])
    assert sum(parts) == total
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - total * weight / sum(weights)) < Decimal("0.1")
