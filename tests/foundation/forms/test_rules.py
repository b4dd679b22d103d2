"""Cleaning, checking and the schema agree with each other."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from nentang.foundation.forms.enums import BEYOND_SCHEMA, FieldKind
from nentang.foundation.forms.public import clean, json_schema, read_form
from nentang.foundation.forms.rules.definition import Field
from nentang.foundation.forms.rules.validation import faults_of

from .factories import answers, every_kind, field, source

DAY = date(2020, 12, 7)
FORM = every_kind()
SCHEMA = Draft202012Validator(json_schema(FORM), format_checker=Draft202012Validator.FORMAT_CHECKER)

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
TYPED = st.sampled_from(
    ["", " ", "7/12/2020", "31/2/2020", "1958", "0912 345 678", "16.000 đ", "1,5", "2", "yes", "no",
     "lê thị  mẫu", "Le\u0302 Thi\u0323 M\u00e2\u0303u", "a@b.vn", "001187000001", "0100109106", "09556", "a\x00b"]
)  # fmt: skip


def value_of(each: Field) -> st.SearchStrategy[Any]:
    """What people type, choose or a hostile client sends for one question."""
    if each.kind is FieldKind.GROUP:
        return level(each.fields) | ANYTHING
    if each.kind is FieldKind.REPEAT:
        return st.lists(level(each.fields) | ANYTHING, max_size=6) | ANYTHING
    offered = st.sampled_from([c.value for c in each.choices] or ["yes"])
    return offered | st.lists(offered) | st.lists(st.integers()) | TYPED | TYPED | ANYTHING


def level(fields: tuple[Field, ...]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional={each.name: value_of(each) for each in fields})


ANSWERS = level(tuple(FORM.fields)) | ANYTHING


@given(ANSWERS)
@settings(max_examples=100, deadline=None)
def test_cleaning_twice_changes_nothing(data: Any) -> None:
    once = clean(FORM, data)

    assert clean(FORM, once) == once
    assert json.loads(json.dumps(once)) == once


@given(level(tuple(FORM.fields)))
@settings(max_examples=100, deadline=None)
def test_the_schema_refuses_what_is_refused_here_and_nothing_else(data: dict[str, Any]) -> None:
    cleaned = clean(FORM, data)

    codes = {fault.code for fault in faults_of(FORM, cleaned, on=DAY)}
    by_schema = not SCHEMA.is_valid(cleaned)

    assert bool(codes - BEYOND_SCHEMA) == by_schema, (codes, list(SCHEMA.iter_errors(cleaned)))


@given(st.text())
@settings(max_examples=100, deadline=None)
@pytest.mark.parametrize(
    "kind", ["person_name", "text", "long_text", "date", "number", "money", "email", "phone"]
)
def test_any_text_is_cleaned_once_for_all(kind: str, text: str) -> None:
    form = read_form(source(field(kind)))

    once = clean(form, {"asked": text})

    assert clean(form, once) == once


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema(FORM))


@pytest.mark.parametrize(
    ("kind", "typed", "cleaned"),
    [
        ("date", "7/12/2020", "2020-12-07"),
        ("date", "07122020", "2020-12-07"),
        ("date", "31/2/2020", "31/2/2020"),
        ("partial_date", " 1958 ", "1958"),
        ("money", "16.000 đ", 16000),
        ("money", "1.250.000", 1250000),
        ("number", "12", 12),
        ("number", "mười", "mười"),
        ("person_name", "  lê   thị mẫu ", "Lê Thị Mẫu"),
        ("phone", "0912 345 678", "+84912345678"),
        ("personal_number", "001 187 000 001", "001187000001"),
        ("tax_code", "0100109106", "0100109106"),
        ("yes_no", "yes", True),
        ("text", "Hoa\u0300\tBi\u0300nh\r\n", "Hoà Bình"),
        ("long_text", " dòng một \r\n\r\ndòng hai ", "dòng một\n\ndòng hai"),
    ],
)  # fmt: skip
def test_what_people_type_becomes_plain(kind: str, typed: str, cleaned: object) -> None:
    assert clean(read_form(source(field(kind))), {"asked": typed}) == {"asked": cleaned}


def test_decimals_are_read_the_vietnamese_way() -> None:
    form = read_form(source(field("number", limits={"decimals": 2})))

    assert clean(form, {"asked": "1.234,5"}) == {"asked": 1234.5}
    assert [f.code for f in faults_of(form, {"asked": 1.234}, on=DAY)] == ["too_precise"]


def test_hidden_questions_are_dropped_and_not_required() -> None:
    cleaned = clean(FORM, answers(kind="copy", reason="Giấy cũ bị cháy hết", proof=[7]))

    assert "reason" not in cleaned
    assert "proof" not in cleaned
    assert list(faults_of(FORM, cleaned, on=DAY)) == []


def test_a_condition_may_look_out_of_its_group() -> None:
    child = {
        "full_name": "Bùi Văn Thử",
        "born_on": "1/2/2018",
        "at_school": "no",
        "plan": "Học đàn",
    }

    of_copy = clean(FORM, answers(has_children="yes", children=[child]))
    of_original = clean(FORM, answers(kind="original", has_children="yes", children=[child]))

    assert "plan" not in of_copy["children"][0]
    assert of_original["children"][0]["plan"] == "Học đàn"


def test_a_day_may_not_lie_in_the_future() -> None:
    cleaned = clean(FORM, answers(born="8/12/2020"))

    assert [(f.path, f.code) for f in faults_of(FORM, cleaned, on=DAY)] == [("born", "too_late")]


def test_hostile_keys_are_passed_over() -> None:
    hostile = {
        "__proto__": {"x": 1},
        "constructor": 1,
        "a.b.c" * 1000: "x",
        "full_name": {"$gt": ""},
    }

    cleaned = clean(FORM, answers(**hostile))

    assert set(cleaned) == {"full_name", "born", "kind", "copies", "delivery", "has_children"}
    assert [f.path for f in faults_of(FORM, cleaned, on=DAY)] == ["full_name"]


def test_more_rows_than_the_form_takes_are_one_fault() -> None:
    cleaned = clean(FORM, answers(has_children="yes", children=[{}] * 5000))

    faults = list(faults_of(FORM, cleaned, on=DAY))

    assert faults[0].code == "too_many"
    assert len(faults) <= 1 + 5 * 3
