"""Facts are typed, declared and hold nothing personal."""

from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from nentang.foundation.facts.models import Fact
from nentang.foundation.facts.public import (
    FactEntry,
    FactKind,
    FactRefused,
    declare,
    fact_rows,
    kinds,
    record_fact,
    record_facts,
)
from nentang.foundation.facts.rules import faults_of_values
from nentang.kernel.clock import VIETNAM

from .factories import LAMP_BROKEN, LAMP_LIT, a_lamp_lit, declared

pytestmark = pytest.mark.django_db


def test_a_fact_costs_one_statement(
    at: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        a_lamp_lit(at=at)


def test_the_day_of_a_fact_is_the_day_in_viet_nam() -> None:
    before_midnight = datetime(2020, 12, 7, 23, 59, tzinfo=VIETNAM)
    for at in (before_midnight, before_midnight + timedelta(minutes=2)):
        a_lamp_lit(at=at)
    days = Fact.objects.order_by("id").values_list("day", flat=True)
    assert [str(day) for day in days] == ["2020-12-07", "2020-12-08"]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "lamp is missing"),
        ({"lamp": 1, "colour": "red"}, "colour is not declared"),
        ({"lamp": "1"}, "lamp is not int"),
        ({"lamp": True}, "lamp is not int"),
    ],
)
def test_a_fact_that_does_not_fit_its_kind_is_refused(
    at: datetime, fields: dict[str, object], told: str
) -> None:
    with pytest.raises(FactRefused, match=told):
        record_fact(LAMP_BROKEN, at=at, organization_id=None, unit_code="", **fields)
    assert not Fact.objects.exists()


@pytest.mark.parametrize("text", ["001099012345", "0912345678", "+84912345678", "mau@example.vn"])
def test_a_text_that_looks_personal_is_refused_and_not_told(text: str) -> None:
    kind = FactKind("tests.said", 1, {"said": str}, "Một câu.")
    faults = faults_of_values(kind, {"said": f"x {text}"})
    assert faults
    assert text not in str(faults)


def test_codes_of_procedures_and_dossiers_are_not_personal() -> None:
    kind = FactKind("tests.said", 1, {"said": str}, "Một câu.")
    for text in ("1.001193", "000.00.15.H42-260803-0012", "commune", "26734"):
        assert not faults_of_values(kind, {"said": text})


@pytest.mark.parametrize(
    "kind",
    [
        FactKind("tests.person", 1, {"full_name": str}, "Một người."),
        FactKind("tests.day", 1, {"day": str}, "Một ngày."),
        FactKind("tests.list", 1, {"things": list}, "Một danh sách."),
        FactKind("lamp", 1, {}, "Một ngọn đèn."),
        FactKind("tests.silent", 1, {}, ""),
    ],
)
def test_a_kind_that_may_not_be_is_refused(kind: FactKind) -> None:
    with pytest.raises(FactRefused):
        declare(kind)


def test_a_kind_is_declared_once_and_listed_by_name() -> None:
    with declared(LAMP_LIT, LAMP_BROKEN):
        assert declare(LAMP_LIT) == LAMP_LIT
        with pytest.raises(FactRefused, match="another kind"):
            declare(FactKind(LAMP_LIT.name, 2, {}, "Khác."))
        names = [kind.name for kind in kinds()]
        assert names == sorted(names)
        assert LAMP_LIT.name in names


def test_many_facts_are_added_together_or_not_at_all(at: datetime) -> None:
    def entry(lamp: object) -> FactEntry:
        return FactEntry(at=at, organization_id=None, unit_code="01", fields={"lamp": lamp})

    record_facts(LAMP_BROKEN, [entry(lamp) for lamp in range(50)])
    with pytest.raises(FactRefused):
        record_facts(LAMP_BROKEN, [entry(1), entry("two")])
    assert Fact.objects.count() == 50


def test_the_database_refuses_changes(at: datetime) -> None:
    a_lamp_lit(at=at)
    with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
        Fact.objects.update(unit_code="02")


def test_the_facts_behind_a_figure_are_found_page_by_page(at: datetime) -> None:
    for lamp in range(30):
        a_lamp_lit(at=at, lamp=lamp, unit_code="01" if lamp < 20 else "02")
    first = fact_rows(LAMP_LIT.name, unit_code="01", fields={"on_time": True}, limit=6)
    rest = fact_rows(
        LAMP_LIT.name, unit_code="01", fields={"on_time": True}, before_id=first[-1].pk
    )
    lamps = [row.payload["lamp"] for row in [*first, *rest]]
    assert lamps == [18, 16, 14, 12, 10, 8, 6, 4, 2, 0]
    tomorrow = (at + timedelta(days=1)).date()
    assert fact_rows(LAMP_LIT.name, first_day=tomorrow) == []


@given(st.dictionaries(st.sampled_from(["lamp", "colour", "watts"]), st.integers() | st.text()))
def test_only_exact_values_pass(values: dict[str, object]) -> None:
    fits = values.keys() == {"lamp"} and type(values["lamp"]) is int
    assert (not faults_of_values(LAMP_BROKEN, values)) == fits
