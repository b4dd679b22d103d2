"""An answer is compared with an earlier one: an end not before its start, a part not above its whole."""

import operator
from datetime import date
from typing import Any

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from nentang.foundation.forms.enums import BEYOND_SCHEMA, Compare, FaultCode
from nentang.foundation.forms.public import (
    FormUnreadable,
    clean,
    lint_form,
    read_form,
    validate,
)
from nentang.foundation.forms.rules.validation import faults_of

from .factories import field, source

DAY = date(2020, 12, 7)
HOLDS = {
    Compare.MORE_THAN: operator.gt,
    Compare.AT_LEAST: operator.ge,
    Compare.LESS_THAN: operator.lt,
    Compare.AT_MOST: operator.le,
    Compare.SAME_AS: operator.eq,
    Compare.OTHER_THAN: operator.ne,
}
days = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def compared(kind: str, test: Compare, **said: Any) -> dict[str, Any]:
    """A form with a first question, and a second that is compared with it."""
    first = field(kind, "first", **{"required": False, **said})
    return source(first, field(kind, "second", compare={str(test): "first"}, **said))


def codes(form: dict[str, Any], answers: dict[str, Any]) -> list[str]:
    read = read_form(form)
    return [str(each.code) for each in faults_of(read, clean(read, answers), on=DAY)]


@given(st.sampled_from(Compare), days, days)
def test_days_are_compared_by_the_calendar(test: Compare, first: date, second: date) -> None:
    found = codes(
        compared("date", test), {"first": first.isoformat(), "second": second.isoformat()}
    )

    assert found == ([] if HOLDS[test](second, first) else ["compared"])


@given(st.sampled_from(Compare), st.integers(0, 9_999), st.integers(0, 9_999))
def test_numbers_are_compared_by_size(test: Compare, first: int, second: int) -> None:
    for kind in ("number", "money"):
        found = codes(compared(kind, test), {"first": str(first), "second": str(second)})

        assert found == ([] if HOLDS[test](second, first) else ["compared"])


def test_what_was_not_answered_is_not_compared() -> None:
    assert codes(compared("date", Compare.MORE_THAN), {"second": "7/12/2020"}) == []


def test_what_is_no_day_has_its_own_fault_alone() -> None:
    answers = {"first": "hôm qua", "second": "7/12/2020"}

    assert codes(compared("date", Compare.MORE_THAN), answers) == ["unreadable"]


def test_a_row_may_be_compared_with_a_question_outside_its_group() -> None:
    child = field("date", "born_on", compare={"more_than": "married_on"})
    form = source(field("date", "married_on"), field("repeat", "children", fields=[child]))
    answers = {
        "married_on": "1/2/2010",
        "children": [{"born_on": "1/1/2012"}, {"born_on": "1/1/2009"}],
    }

    read = read_form(form)
    found = list(faults_of(read, clean(read, answers), on=DAY))

    assert [(each.path, each.code) for each in found] == [
        ("children.1.born_on", FaultCode.COMPARED)
    ]


@pytest.mark.parametrize(
    ("kind", "first", "second", "vietnamese", "english"),
    [
        ("date", "7/12/2020", "1/12/2020", "7/12/2020", "7/12/2020"),
        ("money", "150000", "140000", "150.000", "150.000"),
    ],
)
def test_the_sentence_names_what_was_answered_before(
    kind: str, first: str, second: str, vietnamese: str, english: str
) -> None:
    form = read_form(compared(kind, Compare.AT_LEAST))
    answers = clean(form, {"first": first, "second": second})

    for language, shown in (("vi", vietnamese), ("en", english)):
        with override(language):
            [told] = validate(form, answers, on=DAY)["second"]
            assert shown in told


@pytest.mark.parametrize("test", Compare)
@pytest.mark.parametrize("kind", ["date", "number"])
def test_every_comparison_has_a_sentence(kind: str, test: Compare) -> None:
    form = read_form(compared(kind, test))
    pairs = [("5", "4"), ("4", "5"), ("4", "4")]
    told = [
        validate(form, clean(form, {"first": _typed(kind, a), "second": _typed(kind, b)}), on=DAY)
        for a, b in pairs
    ]

    assert any("second" in each for each in told)


def _typed(kind: str, number: str) -> str:
    return f"{number}/12/2019" if kind == "date" else number


def test_the_schema_says_nothing_of_comparisons() -> None:
    assert FaultCode.COMPARED in BEYOND_SCHEMA


def test_an_unknown_comparison_is_no_form() -> None:
    form = source(field("date", "first"), field("date", "second", compare={"near": "first"}))

    with pytest.raises(FormUnreadable, match="near is not one of"):
        read_form(form)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (field("number", "first"), field("date", "second"), "cannot be compared with first"),
        (field("text", "first"), field("text", "second"), "cannot be compared with first"),
        (field("date", "later"), field("date", "second"), "first is not asked before"),
    ],
)
def test_an_author_hears_what_cannot_be_compared(
    first: dict[str, Any], second: dict[str, Any], said: str
) -> None:
    form = read_form(source(first, {**second, "compare": {"at_least": "first"}}))

    assert [str(each) for each in lint_form(form)] == [f"second: {said}"]
