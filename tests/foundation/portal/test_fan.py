"""The fan shows what was, the path and what is expected; the table says all of it."""

from hypothesis import given
from hypothesis import strategies as st

from nentang.foundation.portal.public import Fan, Reach, Spot
from nentang.foundation.portal.rules.charts import draw, rows

SEEN = (Spot("01/2020", 2020.04, 20.0), Spot("02/2020", 2020.12, 30.0))
PATH = (Spot("31/12/2019", 2020.0, 10.0), Spot("31/12/2021", 2022.0, 60.0))
AHEAD = (Reach("03/2020", 2020.2, 35.0, 30.0, 40.0), Reach("04/2020", 2020.3, 38.0, 28.0, 48.0))


def test_the_table_names_actual_path_and_forecast_with_its_limits() -> None:
    chart = Fan("Hồ sơ", SEEN, PATH, AHEAD, path_word="lộ trình", ahead_word="dự báo")

    found = dict(rows(chart, "vi"))

    assert found["01/2020"] == "20,0 %"
    assert found["lộ trình 31/12/2021"].startswith("60")
    assert "30,0" in found["dự báo 03/2020"]
    assert len(found) == 6


def test_a_fan_without_forecast_or_values_is_drawn_too() -> None:
    assert 'class="band"' not in draw(Fan("A", SEEN, PATH), "vi")
    assert 'class="band"' in draw(Fan("A", SEEN, PATH, AHEAD), "vi")
    assert draw(Fan("A", ()), "vi") == ""
    assert "&lt;script&gt;" in draw(Fan("<script>", SEEN), "vi")


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=20), st.booleans())
def test_whatever_the_values_it_is_drawn(values: list[float], is_stepped: bool) -> None:
    spots = tuple(Spot(str(n), 2020 + n / 12, value) for n, value in enumerate(values))

    assert draw(Fan("A", spots, spots, is_stepped=is_stepped), "en").startswith("<svg")
