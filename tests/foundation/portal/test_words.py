"""Numbers, money and time as people write them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from nentang.foundation.portal.rules import due, words
from nentang.foundation.portal.templatetags import portal
from nentang.kernel import clock


@pytest.mark.parametrize(
    ("value", "digits", "vietnamese", "english"),
    [
        (1234.5, None, "1.234,5", "1,234.5"),
        (16000, 0, "16.000", "16,000"),
        (-0.25, 1, "−0,3", "−0.3"),
        (Decimal("98.200"), None, "98,2", "98.2"),
        (2.005, None, "2,01", "2.01"),
    ],
)
def test_numbers_follow_the_language(
    value: float, digits: int | None, vietnamese: str, english: str
) -> None:
    assert words.number_words(value, "vi", digits) == vietnamese
    assert words.number_words(value, "en", digits) == english


@given(st.integers(-(10**12), 10**12))
def test_a_number_can_be_read_back_in_both_languages(value: int) -> None:
    assert int(words.number_words(value, "vi").replace(".", "").replace("−", "-")) == value
    assert int(words.number_words(value, "en").replace(",", "").replace("−", "-")) == value


def test_money_percents_and_days_follow_the_language() -> None:
    assert (words.money_words(16000, "vi"), words.money_words(16000, "en")) == (
        "16.000 đ",
        "16,000 VND",
    )
    assert (words.percent_words(0.982, "vi"), words.percent_words(1, "en")) == ("98,2 %", "100%")
    assert words.day_words(date(2020, 12, 7), "vi") == "07/12/2020"
    assert words.day_words(date(2020, 12, 7), "en") == "7 Dec 2020"


def test_an_instant_names_its_weekday_and_other_years(at: datetime) -> None:
    assert words.instant_words(at, "vi", year_now=2020) == "thứ Hai 7/12, 9:00"
    assert words.instant_words(at, "vi", year_now=2021) == "thứ Hai 7/12/2020, 9:00"
    assert words.instant_words(at, "en", year_now=2020) == "Mon 7 Dec, 9:00"


def test_the_filters_speak_the_language_of_the_page(at: datetime) -> None:
    clock.use(lambda: at)
    assert (portal.gio(at), portal.con_lai(2), portal.con_lai(-1)) == (
        "thứ Hai 7/12, 9:00",
        "còn 2 ngày làm việc",
        "quá 1 ngày làm việc",
    )
    with translation.override("en"):
        assert (portal.con_lai(1), portal.con_lai(2), portal.khoang(timedelta(hours=2))) == (
            "1 working day left",
            "2 working days left",
            "2 hours",
        )


def test_the_day_of_an_instant_is_the_day_in_viet_nam() -> None:
    assert portal.ngay(datetime(2020, 12, 31, 18, 0, tzinfo=UTC)) == "01/01/2021"


@pytest.mark.parametrize(
    ("left", "tone", "said"),
    [
        (timedelta(days=-1), "late", "Quá 1 ngày"),
        (timedelta(minutes=-5), "late", "Quá hạn từ hôm nay"),
        (timedelta(hours=8), "wait", "Hôm nay 17:00"),
        (timedelta(days=1), "wait", "Thứ Ba 8/12"),
        (timedelta(days=9), "ok", "Thứ Tư 16/12"),
    ],
)
def test_a_due_date_has_a_tone_and_a_word(
    at: datetime, left: timedelta, tone: str, said: str
) -> None:
    clock.use(lambda: at)

    assert portal.due_chip(at + left) == {"tone": tone, "text": said}


@given(st.timedeltas(timedelta(days=-400), timedelta(days=400)))
def test_what_has_passed_is_late_and_nothing_else_is(left: timedelta) -> None:
    at = datetime(2020, 12, 7, 2, 0, tzinfo=UTC)

    assert (due.due_tone(at + left, at) == "late") == (left < timedelta())
