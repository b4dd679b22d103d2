"""The catalogue answers to plain words, by day, and says what it does not know."""

from datetime import date

import pytest

from nentang.government.catalogue.adapters.law_files import bundles_in_files
from nentang.government.catalogue.rules.catalogue import best_for

from .files import in_files

IN_2020 = date(2020, 12, 31)
IN_2026 = date(2026, 11, 23)


def test_all_procedures_are_listed_in_2020_and_today() -> None:
    assert len(list(bundles_in_files(IN_2020))) == 24
    assert len(list(bundles_in_files(IN_2026))) == 25


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
    assert best_for(words, bundles_in_files(IN_2020))[0].code == code


def test_nonsense_finds_nothing() -> None:
    assert best_for("xyzzy qwrt", bundles_in_files(IN_2020)) == []


def test_household_businesses_register_at_the_district_until_june_2025_and_at_the_commune_after() -> (
    None
):
    before = in_files("1.001612", date(2025, 6, 30)).procedure
    after = in_files("1.001612", date(2025, 7, 1)).procedure

    assert (before.receives, after.receives) == ("district", "commune")


def test_level_four_becomes_whole_process_in_august_2022() -> None:
    before = in_files("1.001193", date(2022, 8, 14)).procedure
    after = in_files("1.001193", date(2022, 8, 15)).procedure

    assert (before.service_level, before.service_mode) == (4, None)
    assert (after.service_level, after.service_mode) == (None, "full")
    assert before.is_at_highest_level
    assert after.is_at_highest_level


def test_every_name_stands_in_both_languages() -> None:
    for each in bundles_in_files(IN_2020):
        assert each.procedure.name.vi
        assert each.procedure.name.en


def test_an_unknown_fee_is_not_made_up() -> None:
    assert in_files("1.004837", IN_2020).fees is None
