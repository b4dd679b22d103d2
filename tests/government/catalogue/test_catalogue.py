"""The catalogue answers to plain words, by day, and says what it does not know."""

from datetime import date

import pytest

from nentang.government.catalogue.rules.catalogue import catalogue, search

IN_2020 = date(2020, 12, 31)
IN_2026 = date(2026, 11, 23)


def test_all_procedures_are_listed_in_2020_and_today() -> None:
    assert len(catalogue().on(IN_2020)) == 22
    assert len(catalogue().on(IN_2026)) == 22


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("sinh con", "1.001193"),
        ("lam khai sinh cho con", "1.001193"),
        ("mo quan", "1.001612"),
        ("mở quán", "1.001612"),
        ("xin giay doc than", "1.004873"),
        ("sổ đỏ", "1.013978"),
        ("trich luc khai sinh", "2.000635"),
        ("1.001193", "1.001193"),
        ("birth registration", "1.001193"),
        ("khai sihn", "1.001193"),
        ("nha co nguoi mat", "1.000656"),
        ("cuoi", "1.000894"),
        ("nhập khẩu", "1.004222"),
        ("o tro", "1.004194"),
        ("sao y bản chính", "2.000815"),
    ],
)
def test_plain_words_find_the_procedure_first(words: str, code: str) -> None:
    assert search(words, IN_2020)[0].value.code == code


def test_nonsense_finds_nothing() -> None:
    assert search("xyzzy qwrt", IN_2020) == []


def test_household_businesses_register_at_the_district_until_june_2025_and_at_the_commune_after() -> (
    None
):
    before = catalogue().rule_on("1.001612", date(2025, 6, 30))
    after = catalogue().rule_on("1.001612", date(2025, 7, 1))

    assert before is not None
    assert after is not None
    assert (before.value.receives, after.value.receives) == ("district", "commune")


def test_level_four_becomes_whole_process_in_august_2022() -> None:
    before = catalogue().rule_on("1.001193", date(2022, 8, 14))
    after = catalogue().rule_on("1.001193", date(2022, 8, 15))

    assert before is not None
    assert after is not None
    assert (before.value.service_level, before.value.service_mode) == (4, None)
    assert (after.value.service_level, after.value.service_mode) == (None, "full")
    assert before.value.is_at_highest_level
    assert after.value.is_at_highest_level


def test_every_name_stands_in_both_languages() -> None:
    for rule in catalogue().on(IN_2020):
        assert rule.value.name.vi
        assert rule.value.name.en


def test_an_unknown_fee_is_not_made_up() -> None:
    assert catalogue().fees_on("1.004837", IN_2020) is None
