"""Numbers, days, ages, kinship: pure rules."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.government.civil_status.enums import Remark
from nentang.government.civil_status.rules.days import (
    birthday,
    in_words,
    read_partial,
    span_of,
)
from nentang.government.civil_status.rules.dossiers import kind_of, typed_from
from nentang.government.civil_status.rules.kinship import (
    ancestors,
    is_direct_line,
    is_within,
    may_not_marry,
)
from nentang.government.civil_status.rules.law import (
    birth_term_law,
    death_term_law,
    kinship_law,
    marriage_age_law,
    rule_on,
)
from nentang.government.civil_status.rules.numbers import (
    LETTERS,
    BookPlace,
    parse_code,
    shown_number,
    volume_of,
)
from nentang.government.civil_status.rules.remarks import is_in_time, on_ages, on_term

DAY = date(2020, 12, 7)
days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
places = st.builds(
    BookPlace,
    kind=st.sampled_from(sorted(LETTERS)),
    unit_code=st.from_regex(r"[0-9]{5}", fullmatch=True),
    year=st.integers(1900, 2100),
    volume=st.integers(1, 999),
    number=st.integers(1, 999_999),
)


@given(places)
def test_a_code_says_its_place_and_nothing_else(place: BookPlace) -> None:
    assert parse_code(place.code) == place


@given(places, places)
def test_two_places_never_share_a_code(one: BookPlace, other: BookPlace) -> None:
    assert (one == other) == (one.code == other.code)


@given(st.integers(1, 999_999), st.integers(1, 500))
def test_volumes_are_full_before_the_next_begins(number: int, per_volume: int) -> None:
    volume = volume_of(number, per_volume)
    assert (volume - 1) * per_volume < number <= volume * per_volume


@given(st.integers(1, 999_998), st.integers(1, 500))
def test_volumes_never_run_backwards(number: int, per_volume: int) -> None:
    step = volume_of(number + 1, per_volume) - volume_of(number, per_volume)
    assert step in (0, 1)


def test_a_number_is_shown_with_its_year() -> None:
    assert shown_number(7, 2020) == "07/2020"
    assert shown_number(112, 2020) == "112/2020"


@pytest.mark.parametrize(
    "text", ["", "KS-1-2020-01-0001", "XX-37101-2020-01-0001", "KS", "KS-37101-2020-1-1"]
)
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no code"):
        parse_code(text)


@given(days)
def test_a_day_is_read_as_people_write_it(day: date) -> None:
    kept = day.isoformat()
    assert read_partial(f"{day.day}/{day.month}/{day.year}") == kept
    assert read_partial(in_words(kept)) == kept
    assert read_partial(kept) == kept


@given(st.integers(1850, 2100))
def test_a_year_alone_stays_a_year(year: int) -> None:
    span = span_of(read_partial(str(year)))
    assert span is not None
    assert (span.first, span.last) == (date(year, 1, 1), date(year, 12, 31))


@pytest.mark.parametrize(
    "text", ["", "31/2/2020", "12-2020", "1/13/2020", "0001", "９９９９", "1/1/20"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - each for a reason of its own
        read_partial(text)


@given(days, st.integers(0, 120))
def test_nobody_has_a_birthday_before_its_day(born: date, years: int) -> None:
    day = birthday(born, years)
    assert day.year == born.year + years
    assert (day.month, day.day) >= (born.month, born.day)
    assert (day - timedelta(days=1)).replace() < day


@given(st.dates(date(1900, 1, 1), date(2002, 12, 31)))
def test_a_woman_of_eighteen_full_years_may_marry_and_not_a_day_before(born: date) -> None:
    rule = marriage_age_law().rule_on(DAY)
    old = {"wife": born.isoformat(), "husband": "1850"}
    of_age = birthday(born, 18)

    assert on_ages(old, of_age, rule) == []
    before = on_ages(old, of_age - timedelta(days=1), rule)
    assert [each.remark for each in before] == [Remark.TOO_YOUNG]
    assert before[0].is_refusal
    assert "Điều 8" in before[0].citation


def test_a_man_marries_at_twenty() -> None:
    rule = marriage_age_law().rule_on(DAY)
    found = on_ages({"wife": "1990", "husband": "2000-12-08"}, DAY, rule)
    assert [each.remark for each in found] == [Remark.TOO_YOUNG]
    assert on_ages({"wife": "1990", "husband": "2000-12-07"}, DAY, rule) == []


def test_who_may_be_old_enough_is_not_refused_but_named() -> None:
    rule = marriage_age_law().rule_on(DAY)
    found = on_ages({"wife": "2002", "husband": "1990"}, DAY, rule)
    assert [each.remark for each in found] == [Remark.DAY_UNKNOWN]
    assert not found[0].is_refusal


def test_before_2015_other_years_held() -> None:
    rule = marriage_age_law().rule_on(date(2010, 1, 1))
    assert (rule.value.man, rule.value.woman, rule.verified) == (19, 17, False)
    assert rule_on(marriage_age_law(), date(1990, 1, 1)) is None


@given(days.filter(lambda day: day > date(2016, 1, 2)), st.integers(0, 400))
def test_late_is_told_from_in_time_by_the_days_of_the_law(born: date, later: int) -> None:
    registered = born + timedelta(days=later)
    remarks = on_term(born.isoformat(), registered, birth_term_law().rule_on(registered))
    assert (remarks == []) == (later <= 60)
    assert is_in_time(born.isoformat(), registered, 60) == (later <= 60)
    assert not any(each.is_refusal for each in remarks)


def test_a_death_is_registered_within_fifteen_days() -> None:
    rule = death_term_law().rule_on(DAY)
    assert on_term("2020-11-22", DAY, rule) == []
    assert on_term("2020-11-21", DAY, rule)[0].says == {"days": 1}


def test_what_has_not_happened_is_not_registered() -> None:
    found = on_term("2020-12-08", DAY, None)
    assert [each.remark for each in found] == [Remark.IN_FUTURE]


# A family: root R with children A and B (of one mother), half-brother H; A has C; B has D; C has E.
FAMILY = {
    "A": ("R", "M"),
    "B": ("R", "M"),
    "H": ("R", "N"),
    "C": ("A", "X"),
    "D": ("B", "Y"),
    "E": ("C", "Z"),
    "F": ("D", "W"),
}


@pytest.mark.parametrize(
    ("one", "other", "forbidden"),
    [
        ("A", "R", True),  # parent and child
        ("C", "R", True),  # grandparent
        ("E", "R", True),  # direct line has no end
        ("A", "B", True),  # siblings
        ("A", "H", True),  # half-siblings
        ("C", "B", True),  # uncle or aunt
        ("C", "H", True),  # half-uncle
        ("C", "D", True),  # first cousins: the third generation
        ("E", "D", False),  # a cousin's child: one generation further
        ("E", "F", False),  # second cousins
        ("A", "X", False),  # by marriage
        ("A", "unknown", False),
    ],
)
def test_who_may_not_marry_because_of_blood(one: str, other: str, forbidden: bool) -> None:
    generations = kinship_law().in_force(on=DAY)
    assert may_not_marry(one, other, FAMILY, generations) is forbidden
    assert may_not_marry(other, one, FAMILY, generations) is forbidden


people = st.sampled_from("ABCDEFGHIJ")
families = st.dictionaries(people, st.tuples(people, people), max_size=10)


@given(families, people, people)
def test_kinship_is_mutual_even_where_the_register_is_wrong(
    parents: dict[str, tuple[str, str]], one: str, other: str
) -> None:
    assert is_within(one, other, parents, 3) == is_within(other, one, parents, 3)
    assert is_direct_line(one, other, parents) == is_direct_line(other, one, parents)
    assert ancestors(one, parents, 8)[one] == 0


def test_procedures_know_their_book() -> None:
    assert kind_of("1.001193") == "births"
    assert kind_of("1.001193.000.00.00.H42") == "births"
    assert kind_of("1.004837") == "guardianships"
    assert kind_of("2.000815") == ""
    assert typed_from("1.004837", {"request": "x"}) is None


def test_whoever_declares_as_mother_gives_her_number() -> None:
    answers = {"relation": "mother", "requester_number": "001187000001", "child_name": "Lê An"}
    typed = typed_from("1.001193", answers)
    assert typed == {"full_name": "Lê An", "mother_number": "001187000001"}
