"""A report from its opening to the sum above."""

from decimal import Decimal

import pytest

from nentang.foundation.audit.public import verify
from nentang.foundation.casework.errors import StepNotPossible
from nentang.foundation.casework.models import HolderSpell
from nentang.foundation.casework.public import working_minutes
from nentang.foundation.facts.models import Fact
from nentang.measure.reporting import actions
from nentang.measure.reporting.enums import Standing
from nentang.measure.reporting.errors import (
    DraftChanged,
    KeyUsedDifferently,
    NotOpenForFilling,
    NotYourReport,
    ReasonMissing,
    ReportIncomplete,
    ReportNotFound,
    UnknownCell,
)
from nentang.measure.reporting.models import Report, ReportSum, ReportVersion
from tests.measure.reporting.factories import (
    AFTER_DUE,
    BEFORE_DUE,
    CLOSED,
    FIGURES,
    filed,
    filled,
    make_land,
    opened,
    report_of,
    settle,
)

pytestmark = pytest.mark.django_db


def test_every_body_has_its_report_once_when_the_figures_are_closed() -> None:
    land = make_land(at=CLOSED)

    opened(land)
    first = Report.objects.count()
    opened(land)

    assert Report.objects.count() == first
    report = report_of(land.commune)
    assert (report.case.state, report.case.due_at) == ("open", report.due_at)
    assert report.above_id == land.district.body.pk
    assert report_of(land.district).above_id == land.province.body.pk
    assert report_of(land.province).above_id == land.office.body.pk
    assert not Report.objects.filter(organization=land.office.body).exists()


def test_nothing_is_opened_long_after_its_due_day() -> None:
    make_land(at=CLOSED)

    assert actions.open_reports(at=CLOSED.replace(day=31)) == 0


def test_what_was_signed_goes_up_counts_and_is_taken_in() -> None:
    land = make_land(at=CLOSED)
    opened(land)

    report = filed(land.commune)

    assert (report.case.state, report.case.holder_id) == ("filed", land.district.body.pk)
    assert (report.counted, report.versions_filed) == (1, 1)
    version = report.versions.get()
    assert version.filled_by_id == land.commune.clerk.account_id
    assert version.signed_by_id == land.commune.leader.account_id
    assert version.values["investment_share"] == "25"
    actions.take_in_report(code=report.code, actor=land.district.clerk, at=BEFORE_DUE)
    settle(BEFORE_DUE)
    total = ReportSum.objects.get(regime=report.regime, unit_code="")
    assert total.values["households"] == "1000"
    assert total.filed == {"commune": 1}
    assert total.taken_in == {"commune": 1}
    assert verify().holds


def test_what_is_not_complete_is_not_submitted_and_says_where() -> None:
    land = make_land(at=CLOSED)
    opened(land)
    report = filled(land.commune, households="", poor_households="2000")

    with pytest.raises(ReportIncomplete) as refused:
        actions.submit_report(code=report.code, actor=land.commune.clerk, at=CLOSED)

    assert refused.value.fields == {"households": ["missing"]}
    filled(land.commune, poor_households="2000")
    with pytest.raises(ReportIncomplete) as refused:
        actions.submit_report(code=report.code, actor=land.commune.clerk, at=CLOSED)
    assert refused.value.fields == {"poor_households": ["check"]}


def test_of_two_who_save_the_same_draft_the_second_is_told() -> None:
    land = make_land(at=CLOSED)
    opened(land)
    report = report_of(land.commune)
    filled(land.commune)

    with pytest.raises(DraftChanged):
        actions.save_draft(
            code=report.code,
            typed={"households": "7"},
            remarks="",
            draft_version=report.draft_version,
            actor=land.commune.leader,
            at=CLOSED,
        )

    assert report_of(land.commune).values["households"] == "1000"


def test_a_returned_report_counts_no_more_until_it_comes_again() -> None:
    land = make_land(at=CLOSED)
    opened(land)
    report = filed(land.commune)
    settle(BEFORE_DUE)
    with pytest.raises(ReasonMissing):
        actions.return_report(
            code=report.code, reason=" ", actor=land.district.clerk, at=BEFORE_DUE
        )

    actions.return_report(
        code=report.code, reason="Kiểm tra số hộ", actor=land.district.clerk, at=BEFORE_DUE
    )
    settle(BEFORE_DUE)

    total = ReportSum.objects.get(regime=report.regime, unit_code="")
    assert (total.values, total.filed) == ({}, {})
    returned = report_of(land.commune)
    assert (returned.case.state, returned.case.holder_id) == ("returned", land.commune.body.pk)
    filed(land.commune, at=AFTER_DUE, households="990")
    settle(AFTER_DUE)
    total.refresh_from_db()
    assert total.values["households"] == "990"
    standings = list(report.versions.order_by("number").values_list("number", "standing"))
    assert standings == [(1, Standing.RETURNED), (2, Standing.FILED)]
    facts = Fact.objects.filter(kind="reporting.report_filed").order_by("pk")
    assert [(f.payload["again"], f.payload["in_time"]) for f in facts] == [
        (False, True),
        (True, False),
    ]


def test_a_correction_replaces_what_was_taken_in_only_when_it_is_filed() -> None:
    land = make_land(at=CLOSED)
    opened(land)
    report = filed(land.commune)
    actions.take_in_report(code=report.code, actor=land.district.leader, at=BEFORE_DUE)

    actions.correct_report(
        code=report.code, reason="Sót một thôn", actor=land.commune.clerk, at=AFTER_DUE
    )
    settle(AFTER_DUE)

    assert ReportSum.objects.get(unit_code="").values["households"] == "1000"
    filed(land.commune, at=AFTER_DUE, households="1.010")
    settle(AFTER_DUE)
    assert ReportSum.objects.get(unit_code="").values["households"] == "1010"
    assert report.versions.get(number=1).standing == Standing.REPLACED
    assert report_of(land.commune).is_late is False


def test_one_who_files_late_stands_in_the_log() -> None:
    land = make_land(at=CLOSED)
    opened(land)

    assert filed(land.commune, at=AFTER_DUE).is_late
    assert not filed(land.communes[1], at=BEFORE_DUE).is_late


def test_strangers_learn_nothing_and_colleagues_keep_to_their_part() -> None:
    land = make_land(at=CLOSED)
    opened(land)
    report = filled(land.commune)
    act = {"code": report.code, "at": CLOSED}

    with pytest.raises(ReportNotFound):
        actions.submit_report(actor=land.communes[1].leader, **act)
    with pytest.raises(NotYourReport):
        actions.submit_report(actor=land.district.clerk, **act)
    actions.submit_report(actor=land.commune.clerk, **act)
    with pytest.raises(NotYourReport):
        actions.sign_report(actor=land.commune.clerk, **act)
    with pytest.raises(NotOpenForFilling):
        filled(land.commune)
    with pytest.raises(NotYourReport):
        actions.take_in_report(actor=land.commune.leader, **act)
    with pytest.raises(StepNotPossible):
        actions.take_in_report(actor=land.district.leader, **act)


def test_a_program_files_once_however_often_it_asks() -> None:
    land = make_land(at=CLOSED)
    opened(land)
    report = report_of(land.commune)
    by = {"code": report.code, "remarks": "", "actor": land.commune.leader, "at": BEFORE_DUE}

    one = actions.file_report(typed=FIGURES, key="lan-mot-1", **by)
    again = actions.file_report(typed=FIGURES, key="lan-mot-1", **by)

    assert one.pk == again.pk
    assert ReportVersion.objects.count() == 1
    with pytest.raises(KeyUsedDifferently):
        actions.file_report(typed={**FIGURES, "households": "9"}, key="lan-mot-1", **by)
    with pytest.raises(NotOpenForFilling):
        actions.file_report(typed=FIGURES, key="lan-hai-2", **by)
    with pytest.raises(UnknownCell):
        actions.file_report(
            code=report_of(land.communes[1]).code,
            typed={"tien": "1"},
            remarks="",
            key="x",
            actor=land.communes[1].leader,
            at=CLOSED,
        )


def test_a_jump_wants_a_word_of_explanation() -> None:
    land = make_land(at=CLOSED)
    opened(land)
    filed(land.commune)
    actions.open_reports(at=CLOSED.replace(year=2021, month=1))
    report = report_of(land.commune, period="2021-01")
    typed, by = {**FIGURES, "households": "2000"}, {"actor": land.commune.clerk, "at": CLOSED}
    saved = actions.save_draft(code=report.code, typed=typed, remarks="", draft_version=0, **by)

    with pytest.raises(ReportIncomplete) as refused:
        actions.submit_report(code=report.code, **by)

    assert refused.value.fields == {"households": ["jump"]}
    actions.save_draft(
        code=report.code,
        typed=typed,
        remarks="Nhận thêm hai thôn",
        draft_version=saved.draft_version,
        **by,
    )
    actions.submit_report(code=report.code, **by)


def test_the_time_of_a_report_is_somebodys_to_the_minute() -> None:
    land = make_land(at=CLOSED)
    opened(land)
    report = filed(land.commune)
    actions.take_in_report(code=report.code, actor=land.district.clerk, at=AFTER_DUE)

    spells = HolderSpell.objects.filter(case=report.case_id)

    assert sum(spell.minutes for spell in spells) == working_minutes(CLOSED, AFTER_DUE)
    assert {spell.organization_id for spell in spells} == {
        land.commune.body.pk,
        land.district.body.pk,
    }


def test_sums_of_decimals_are_exact() -> None:
    land = make_land(at=CLOSED)
    opened(land)
    for body, amount in zip(land.communes, ("0,1", "0,2", "0,3"), strict=True):
        filed(body, budget_revenue=amount)

    settle(BEFORE_DUE)

    values = ReportSum.objects.get(unit_code="981").values
    assert Decimal(values["budget_revenue"]) == Decimal("0.6")
    assert values["poor_share"] == "5"
