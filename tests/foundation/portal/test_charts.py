"""Charts drawn on the server."""

from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.foundation.portal.public import (
    Bar,
    Bars,
    Gauge,
    Mark,
    Point,
    ProvinceMap,
    Share,
    Shares,
    Sparkline,
    Trend,
    province_tiles,
)
from nentang.foundation.portal.rules.charts import Chart, draw, legend, rows
from nentang.foundation.portal.rules.charts.marks import round_steps

MARKS = (Mark("2025", 80), Mark("2030", 90))
CHARTS = [
    Trend("Nộp <qua> mạng", (Point("2019", None), Point("2020", 40.0)), marks=MARKS),
    Bars("Theo xã", (Bar("Xã <Mẫu>", 76.2, url="/x?a=1&b=2"), Bar("Xã Thử", None)), mark=MARKS[0]),
    Shares("Ai giữ", (Share("Xã & huyện", 6), Share("Còn lại", 0, "left")), unit="ngày"),
    Gauge("Mạng", 120.0, MARKS),
    Gauge("Chưa đo", None, MARKS),
    Sparkline("Mạng", (1.0, 1.0)),
    Sparkline("Một điểm", (1.0,)),
    Trend("Chưa có gì", ()),
]


def map_of(day: date, **changes: object) -> ProvinceMap:
    values = {"01": 59.9, "48": 60.0, "56": 95.0}
    return ProvinceMap("Bản đồ", province_tiles(day), values, (60, 70, 80, 90), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: f"{type(chart).__name__} {chart.title}")
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_drawing_is_well_formed_whatever_it_is_given(chart: Chart, language: str) -> None:
    drawing = draw(chart, language)

    ElementTree.fromstring(f"<all>{drawing}</all>")
    assert "style=" not in drawing


def test_the_table_says_what_the_line_shows() -> None:
    assert rows(CHARTS[0], "vi") == [
        ("2019", "–"),
        ("2020", "40,0 %"),
        ("2025", "80,0 %"),
        ("2030", "90,0 %"),
    ]


def test_a_drawing_is_read_aloud_with_its_values() -> None:
    label = ElementTree.fromstring(draw(CHARTS[0], "en")).attrib

    assert label["role"] == "img"
    assert "2020 40.0%" in label["aria-label"]


@given(
    st.lists(st.one_of(st.none(), st.floats(-1e9, 1e9, allow_nan=False)), min_size=1, max_size=30)
)
def test_a_trend_stays_inside_its_frame(values: list[float | None]) -> None:
    chart = Trend("Bất kỳ", tuple(Point(str(n), value) for n, value in enumerate(values)))
    drawing = ElementTree.fromstring(draw(chart, "vi"))

    for dot in drawing.iter("circle"):
        assert 17 <= float(dot.attrib["cy"]) <= 181
        assert 0 <= float(dot.attrib["cx"].rstrip("%")) <= 100


@given(st.floats(-1e6, 1e6), st.floats(0.001, 1e6))
def test_the_axis_holds_every_value(low: float, span: float) -> None:
    steps = round_steps(low, low + span)

    assert steps[0] <= low + 1e-6
    assert steps[-1] >= low + span - max(1e-6, span * 1e-6)
    assert len(steps) <= 7


@pytest.mark.parametrize(
    ("day", "count"), [(date(2020, 12, 31), 63), (date(2025, 6, 30), 63), (date(2025, 7, 1), 34)]
)
def test_the_map_of_a_day_shows_its_provinces_each_at_a_place_of_its_own(
    day: date, count: int
) -> None:
    tiles = province_tiles(day)

    assert len(tiles.places) == count
    assert len({place.code for place in tiles.places}) == count
    assert len({(place.column, place.row) for place in tiles.places}) == count


@pytest.mark.parametrize("day", [date(2020, 12, 31), date(2025, 7, 1)])
def test_the_map_shows_hoang_sa_and_truong_sa_with_their_provinces(day: date) -> None:
    drawing = draw(map_of(day), "vi")

    assert "QĐ. Hoàng Sa (Đà Nẵng)" in drawing
    assert "QĐ. Trường Sa (Khánh Hòa)" in drawing


def test_neighbours_in_the_country_are_neighbours_on_the_map() -> None:
    for day in (date(2020, 12, 31), date(2025, 7, 1)):
        at = {place.name: place for place in province_tiles(day).places}
        assert at["Cao Bằng"].row < at["Hà Nội"].row < at["Huế" if day.year > 2024 else "Thừa Thiên Huế"].row < at["Cà Mau"].row  # fmt: skip
        assert at["Điện Biên"].column < at["Quảng Ninh"].column
        assert at["An Giang"].column < at["Khánh Hòa"].column


def test_a_tile_is_coloured_by_the_step_in_which_its_value_lies() -> None:
    chart = map_of(date(2025, 7, 1), urls={"01": "/ha-noi/"}, chosen="48")
    drawing = draw(chart, "vi")

    assert drawing.count('class="s0"') == 1
    assert drawing.count('class="s1"') == 1
    assert drawing.count('class="s4"') == 1
    assert '<a href="/ha-noi/" aria-label="Hà Nội: 60 %">' in drawing
    assert [words for _, words in legend(chart, "vi")] == [
        "< 60",
        "60 – 70",
        "70 – 80",
        "80 – 90",
        "≥ 90",
    ]
