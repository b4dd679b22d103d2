"""A unit has one code for ever, a chapter of its budget, and a standing by day."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.agreements.actor import Actor
from nentang.agreements.revenue import revenue_chart
from nentang.foundation.registers.errors import NotYourRegister
from nentang.foundation.registers.public import Act
from nentang.government.finance.actions import (
    change_profile,
    close_unit,
    merge_unit,
    open_unit,
)
from nentang.government.finance.enums import BudgetLevel, UnitKind, UnitState
from nentang.government.finance.errors import (
    BodyHasUnit,
    ChapterInvalid,
    MergedIntoItself,
    NameMissing,
    ParentGoesRound,
    UnitCodeInvalid,
    UnitCodeTaken,
    UnitNotFound,
    UnitNotOpen,
)
from nentang.government.finance.models import BudgetUnit
from nentang.government.finance.queries import budget_unit, profile_on, standing_on
from nentang.government.finance.registry import BUDGET_UNITS
from nentang.government.finance.rules.revenue_items import revenue_items_law
from nentang.government.finance.rules.unit_codes import SERIALS, chapters_law, unit_codes_law

from .factories import CERTIFICATE, STARTS, Finance, facts, make_budget_unit, make_finance

TODAY = date(2020, 12, 7)


@given(st.sampled_from([kind.value for kind in UnitKind]), st.integers(1, SERIALS))
def test_a_code_says_what_the_unit_is(kind: str, serial: int) -> None:
    form = unit_codes_law().in_force(on=TODAY)
    code = form.code_of(kind, serial)
    assert form.kind_of(code) == kind
    assert int(code[1:]) == serial


@pytest.mark.parametrize("code", ["4123456", "123456", "12345678", "", "１２３４５６７", "1a34567"])
def test_what_is_no_code_is_nothing(code: str) -> None:
    assert unit_codes_law().in_force(on=TODAY).kind_of(code) is None


@given(st.integers(0, 999))
def test_a_chapter_belongs_to_at_most_one_budget(number: int) -> None:
    chapters = chapters_law().in_force(on=TODAY)
    of = [level for level in BudgetLevel if chapters.has(f"{number:03d}", level)]
    assert len(of) <= 1


def test_every_item_stands_under_its_group() -> None:
    chart = revenue_items_law().in_force(on=TODAY)
    assert all(item.group <= code < f"{int(item.group) + 50:04d}" for code, item in chart.items())


@pytest.fixture
def finance(at: datetime) -> Finance:
    return make_finance(at=at)


def _close(unit: BudgetUnit, finance: Finance, on: date, at: datetime) -> None:
    close_unit(unit=unit, valid_from=on, basis=CERTIFICATE, actor=finance.registrar, at=at)


def _change(
    unit: BudgetUnit, at: datetime, actor: Actor, on: date = TODAY, **others: object
) -> None:
    change_profile(
        unit=unit,
        facts=facts(**others),
        act=Act.CHANGE,
        valid_from=on,
        basis=CERTIFICATE,
        actor=actor,
        at=at,
    )


@pytest.mark.django_db
class TestUnits:
    def test_a_unit_is_found_by_its_code(self, finance: Finance, at: datetime) -> None:
        made = make_budget_unit(finance=finance, at=at, code="1012345")
        assert budget_unit("1012345") == made
        assert standing_on(made, TODAY) is UnitState.OPEN
        assert BUDGET_UNITS.heading(made) == "Ủy ban nhân dân xã Mẫu"
        with pytest.raises(UnitNotFound):
            budget_unit("1012346")

    def test_a_drawn_code_is_one_of_its_kind(self, finance: Finance, at: datetime) -> None:
        assert make_budget_unit(finance=finance, at=at).code.startswith("1")
        other = make_budget_unit(finance=finance, at=at, kind=UnitKind.OTHER)
        assert other.code.startswith("3")

    def test_a_code_is_given_once_even_after_it_was_closed(
        self, finance: Finance, at: datetime
    ) -> None:
        made = make_budget_unit(finance=finance, at=at, code="1012345")
        _close(made, finance, TODAY, at)
        with pytest.raises(UnitCodeTaken):
            make_budget_unit(finance=finance, at=at, code="1012345")

    def test_a_body_has_one_code(self, finance: Finance, at: datetime) -> None:
        body = finance.department.pk
        made = make_budget_unit(
            finance=finance, at=at, organization_id=body, chapter="418", level="province"
        )
        with pytest.raises(BodyHasUnit, match=made.code):
            make_budget_unit(finance=finance, at=at, organization_id=body)

    def test_name_code_and_chapter_must_fit(self, finance: Finance, at: datetime) -> None:
        for wrong, fault in (
            ({"name": " "}, NameMissing),
            ({"chapter": "418"}, ChapterInvalid),
            ({"chapter": "80"}, ChapterInvalid),
            ({"code": "3012345"}, UnitCodeInvalid),
            ({"code": "101234"}, UnitCodeInvalid),
        ):
            with pytest.raises(fault):
                make_budget_unit(finance=finance, at=at, **wrong)
        assert not BudgetUnit.objects.exists()

    def test_only_who_keeps_the_register_writes(self, finance: Finance, at: datetime) -> None:
        with pytest.raises(NotYourRegister):
            open_unit(
                facts=facts(),
                starts_on=STARTS,
                keeper_id=finance.department.pk,
                basis=CERTIFICATE,
                actor=finance.stranger,
                at=at,
            )
        made = make_budget_unit(finance=finance, at=at)
        with pytest.raises(NotYourRegister):
            _change(made, at, finance.stranger, name="Khác")

    def test_nobody_stands_above_whoever_stands_above_them(
        self, finance: Finance, at: datetime
    ) -> None:
        top = make_budget_unit(finance=finance, at=at)
        middle = make_budget_unit(finance=finance, at=at, parent=top)
        low = make_budget_unit(finance=finance, at=at, parent=middle)
        for above in (top, middle, low):
            with pytest.raises(ParentGoesRound):
                _change(top, at, finance.registrar, parent=above)
        _change(low, at, finance.registrar, parent=top)
        said = profile_on(low, TODAY)
        assert said is not None
        assert said.parent == top

    def test_a_closed_code_stays_closed(self, finance: Finance, at: datetime) -> None:
        made = make_budget_unit(finance=finance, at=at)
        _close(made, finance, TODAY, at)
        assert standing_on(made, TODAY - timedelta(days=1)) is UnitState.OPEN
        assert standing_on(made, TODAY) is UnitState.CLOSED
        with pytest.raises(UnitNotOpen):
            _close(made, finance, TODAY + timedelta(days=5), at)
        with pytest.raises(UnitNotOpen):
            _change(made, at, finance.registrar, name="Khác")
        below = make_budget_unit(finance=finance, at=at, parent=made)
        with pytest.raises(UnitNotOpen):
            _change(below, at, finance.registrar, parent=made)

    def test_open_figures_count_what_is_open(self, finance: Finance, at: datetime) -> None:
        for _ in range(2):
            make_budget_unit(finance=finance, at=at)
        _close(make_budget_unit(finance=finance, at=at), finance, TODAY, at)
        (figure,) = BUDGET_UNITS.statistics
        assert dict(figure.count(TODAY))["Cấp xã"] == 2
        assert dict(figure.count(TODAY - timedelta(days=1)))["Cấp xã"] == 3


@pytest.mark.django_db
class TestWhereRevenueGoes:
    def test_a_body_collects_for_its_unit(self, finance: Finance, at: datetime) -> None:
        made = make_budget_unit(
            finance=finance,
            at=at,
            organization_id=finance.department.pk,
            treasury_id=finance.treasury.pk,
        )
        found = revenue_chart().unit_on(organization_id=finance.department.pk, on=TODAY)
        assert found is not None
        assert (found.code, found.chapter, found.treasury_id) == (
            made.code,
            "805",
            finance.treasury.pk,
        )

    def test_who_has_no_code_collects_for_none(self, finance: Finance, at: datetime) -> None:
        assert revenue_chart().unit_on(organization_id=finance.department.pk, on=TODAY) is None

    def test_from_the_day_of_a_merger_the_other_unit_collects(
        self, finance: Finance, at: datetime
    ) -> None:
        body = finance.department.pk
        old = make_budget_unit(finance=finance, at=at, organization_id=body)
        new = make_budget_unit(finance=finance, at=at, name="Ủy ban nhân dân xã Mới", chapter="810")
        with pytest.raises(MergedIntoItself):
            _merge(old, old, finance, at)
        _merge(old, new, finance, at)
        before = revenue_chart().unit_on(organization_id=body, on=TODAY - timedelta(days=1))
        after = revenue_chart().unit_on(organization_id=body, on=TODAY)
        assert before is not None
        assert after is not None
        assert (before.code, after.code) == (old.code, new.code)
        with pytest.raises(UnitNotOpen):
            _merge(new, old, finance, at)

    def test_what_a_closed_unit_would_collect_goes_nowhere(
        self, finance: Finance, at: datetime
    ) -> None:
        body = finance.department.pk
        _close(make_budget_unit(finance=finance, at=at, organization_id=body), finance, TODAY, at)
        assert revenue_chart().unit_on(organization_id=body, on=TODAY) is None

    def test_items_are_those_of_the_day(self, finance: Finance) -> None:
        found = revenue_chart().item_on(code="2771", on=TODAY)
        assert found is not None
        assert found.group == "2750"
        assert revenue_chart().item_on(code="0000", on=TODAY) is None
        assert revenue_chart().item_on(code="2771", on=date(2010, 1, 1)) is None


def _merge(unit: BudgetUnit, into: BudgetUnit, finance: Finance, at: datetime) -> None:
    merge_unit(
        unit=unit, into=into, valid_from=TODAY, basis=CERTIFICATE, actor=finance.registrar, at=at
    )
