"""A day may be bound by how long ago it was: full age on the day of the declaration."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.foundation.forms.public import FormUnreadable, read_form, validate
from nentang.foundation.forms.rules.ends import end_on

from .factories import field, source

GROWN_UP = read_form(source(field("date", limits={"not_after": "today - 18 years"})))
TWO_YEARS = read_form(
    source(field("date", limits={"not_before": "today", "not_after": "today + 2 years"}))
)
ON = date(2020, 12, 7)


@pytest.mark.parametrize(("born", "fits"), [("2002-12-07", True), ("2002-12-08", False)])
def test_somebody_is_of_age_from_the_birthday_on(born: str, fits: bool) -> None:
    assert (validate(GROWN_UP, {"asked": born}, on=ON) == {}) is fits


def test_the_sentence_names_the_day() -> None:
    errors = validate(GROWN_UP, {"asked": "2010-01-01"}, on=ON)

    assert "7/12/2002" in errors["asked"][0]


@pytest.mark.parametrize(
    ("until", "fits"),
    [("2020-12-06", False), ("2020-12-07", True), ("2022-12-07", True), ("2022-12-08", False)],
)
def test_a_stay_ends_within_two_years(until: str, fits: bool) -> None:
    assert (validate(TWO_YEARS, {"asked": until}, on=ON) == {}) is fits


def test_the_29th_of_february_falls_on_the_28th() -> None:
    assert end_on("today - 18 years", date(2024, 2, 29)) == "2006-02-28"
    assert end_on("today - 20 years", date(2024, 2, 29)) == "2004-02-29"


@given(on=st.dates(date(1950, 1, 1), date(2100, 12, 31)), years=st.integers(0, 120))
def test_an_end_is_the_same_day_of_another_year(on: date, years: int) -> None:
    end = date.fromisoformat(end_on(f"today - {years} years", on))

    assert end.year == on.year - years
    assert (end.month, end.day) in ((on.month, on.day), (2, 28))


@pytest.mark.parametrize("end", ["today - 18", "today-18 years", "today - 1 month"])
def test_another_way_to_say_it_is_refused(end: str) -> None:
    with pytest.raises(FormUnreadable, match="is not a day"):
        read_form(source(field("date", limits={"not_after": end})))
