"""Cells that a register answers come filled in, as of the last day, and are changed with a reason only."""

from datetime import date

import pytest
from pytest_django import Settings

from nentang.agreements.actor import SYSTEM
from nentang.foundation.identity.public import appoint_officer
from nentang.foundation.organizations.models import Unit
from nentang.foundation.registers.public import Basis, BasisKind, register_named
from nentang.government.population import actions as population
from nentang.government.population.public import Home, Relation
from nentang.kernel import clock
from nentang.measure.reporting import actions
from nentang.measure.reporting.errors import ReportIncomplete
from nentang.measure.reporting.queries import figures
from nentang.measure.reporting.rules.periods import period_named
from nentang.measure.reporting.rules.regimes import regime_rule
from tests.foundation.organizations.factories import MERGER_DAY, make_succession, make_unit
from tests.government.services.factories import sign_in
from tests.measure.reporting.factories import (
    BEFORE_DUE,
    CLOSED,
    FIGURES,
    Land,
    filed,
    filled,
    make_land,
    opened,
    report_of,
)

pytestmark = pytest.mark.django_db
BOOK = Basis(BasisKind.BOOK, "Sổ mẫu 02/2020")
LAST_DAY, DAY_AFTER = date(2020, 12, 14), date(2020, 12, 15)


@pytest.fixture
def land(settings: Settings) -> Land:
    settings.DEMO = True
    clock.use(lambda: BEFORE_DUE)
    return make_land(at=CLOSED)


def household(land: Land, *people: str, unit_code: str = "98001", since: date = LAST_DAY) -> str:
    """A household of these people, by their numbers, in that commune since that day."""
    by = {"valid_from": since, "basis": BOOK, "actor": SYSTEM, "at": CLOSED}
    home = population.found_household(unit_code=unit_code, address_line="Ấp Mẫu", head=None, **by)
    for number in people:
        citizen = population.enter_citizen(
            number=number,
            facts=population.CitizenFacts(
                full_name="Lê Thị Mẫu", sex="female", birth_on=None, birth_year=1987
            ),
            keeper_id=land.commune.body.pk,
            basis=BOOK,
            actor=SYSTEM,
            at=CLOSED,
        )
        where = Home(unit_code, "Ấp Mẫu", home.code, Relation.HEAD)
        population.register_residence(citizen=citizen, home=where, **by)
    return home.code


def known_on(last_on: date, code: str = "socio_economic") -> dict[str, dict[str, str]]:
    regime = regime_rule(code, last_on).value
    return figures(regime, period_named(regime.period, f"{last_on:%Y-%m}", regime.closing_day))


def test_households_stand_in_the_report_as_the_register_had_them_on_the_last_day(
    land: Land,
) -> None:
    household(land, "083187000001", "083187000002")
    household(land, "083187000003")
    household(land)  # where nobody lives is none
    household(land, "083187000004", since=DAY_AFTER)
    household(land, "083187000005", unit_code="98002")

    opened(land)

    assert report_of(land.commune).values["households"] == "2"
    assert report_of(land.communes[1]).known == {"households": "1"}
    assert "households" not in report_of(land.communes[2]).values  # not counted is not zero
    assert "households" not in report_of(land.district).values


def test_open_figures_count_the_same_households_by_their_size(land: Land) -> None:
    household(land, "083187000001", "083187000002")
    household(land, "083187000003")
    household(land)

    statistic = register_named("households").statistic("households_by_size")

    sizes = dict(statistic.count(LAST_DAY))
    assert (sizes["1 người"], sizes["2 người"], sum(sizes.values())) == (1, 1, 2)
    assert statistic.by_unit is not None
    assert statistic.by_unit(LAST_DAY) == {"98001": 2}


def test_another_figure_than_the_registers_is_filed_with_a_reason_only(land: Land) -> None:
    household(land, "083187000001")
    opened(land)
    report = filled(land.commune, households="2", poor_households="0")

    with pytest.raises(ReportIncomplete) as refused:
        actions.submit_report(code=report.code, actor=land.commune.clerk, at=CLOSED)
    assert refused.value.fields == {"households": ["changed"]}

    actions.save_draft(
        code=report.code,
        typed={**FIGURES, "households": "2", "poor_households": "0"},
        remarks="Một hộ chưa vào sổ (nội dung thử nghiệm).",
        draft_version=report_of(land.commune).draft_version,
        actor=land.commune.clerk,
        at=CLOSED,
    )
    actions.submit_report(code=report.code, actor=land.commune.clerk, at=CLOSED)
    version = actions.sign_report(code=report.code, actor=land.commune.leader, at=BEFORE_DUE)
    assert version.origins["households"] == "typed"


def test_a_figure_of_the_register_is_signed_as_such(land: Land) -> None:
    household(land, "083187000001")
    opened(land)

    version = filed(land.commune, households="1", poor_households="0").versions.get()

    assert version.origins["households"] == "register"


def test_the_page_says_which_register_and_opens_it_for_whoever_reads_it(land: Land) -> None:
    household(land, "083187000001")
    opened(land)
    report = report_of(land.commune)
    address, link = f"/bao-cao/{report.code}/", "/co-so-du-lieu/households/"
    words = "Lấy từ sổ Hộ gia đình, ngày 14/12/2020"

    as_clerk = sign_in(land.commune.clerk).get(address).content.decode()
    appoint_officer(
        account_id=land.commune.clerk.account_id or 0,
        role="registrar",
        organization_id=land.commune.body.pk,
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=CLOSED,
    )
    as_registrar = sign_in(land.commune.clerk).get(address).content.decode()

    assert words in as_clerk
    assert link not in as_clerk
    assert words in as_registrar
    assert link in as_registrar


def test_a_commune_that_was_merged_counts_in_the_new_one_and_a_split_one_in_none(
    land: Land,
) -> None:
    for number, code in enumerate(("98001", "98002", "98003"), start=1):
        household(land, f"08318700000{number}", unit_code=code)
    new = make_unit("97", "Tỉnh Mới", valid_from=MERGER_DAY)
    whole, half, other = (
        make_unit(f"9700{n}", f"Xã Mới {n}", parent=new, valid_from=MERGER_DAY) for n in (1, 2, 3)
    )
    old = {unit.code: unit for unit in Unit.objects.filter(code__startswith="9800")}
    make_succession(old["98001"], whole)
    make_succession(old["98002"], whole)
    make_succession(old["98003"], half, extent="part")
    make_succession(old["98003"], other, extent="part", is_usual=False)

    assert known_on(LAST_DAY)["98003"] == {"households": "1"}
    assert known_on(date(2025, 8, 14)) == {"97001": {"households": "2"}}
