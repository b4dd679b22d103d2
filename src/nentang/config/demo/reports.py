"""The reports of December 2020: Bến Tre and Yên Hoà with all between; one late, two missing, one returned."""

import random
from collections.abc import Mapping
from datetime import date, datetime, time

from nentang.foundation.facts.public import export
from nentang.foundation.organizations.public import organization_for
from nentang.foundation.outbox.public import deliver_events
from nentang.kernel.clock import at_local
from nentang.measure.reporting import actions
from nentang.measure.reporting.models import Report
from nentang.measure.reporting.queries import regime_of

from .bodies import BEN_TRE, NINH_BINH
from .cast import FOUNDED, Office
from .stage import Stage

MONTHLY, QUARTERLY = "socio_economic", "one_stop"
OPENED, FILED, RETURNED = date(2020, 12, 15), date(2020, 12, 16), date(2020, 12, 17)
AGAIN, DISTRICTS, PROVINCE = date(2020, 12, 18), date(2020, 12, 18), date(2020, 12, 19)
LATE_PLACE, MISSING_PLACES = 3, (5, 40)
"""Places on the stage: the commune that files late, and those that do not file."""


def play_reports(stage: Stage, *, until: datetime) -> None:
    """Play it all; the quarter's report of Yên Hoà waits for the visitor."""
    export(at=until)
    opened = at_local(OPENED, time(8))
    for province in (BEN_TRE, NINH_BINH):
        body = organization_for(province, FOUNDED)
        actions.open_reports(at=opened, regimes=(MONTHLY, QUARTERLY), within_id=body.id)
    *ben_tre, (yen_hoa, yen_mo) = stage.places
    districts = {district.organization_id: district for _commune, district in stage.places}
    for number, (commune, district) in enumerate(ben_tre):
        if number not in MISSING_PLACES:
            day = AGAIN if number == LATE_PLACE else FILED
            report = _file(commune, MONTHLY, at_local(day, time(9)))
            actions.take_in_report(
                code=report.code, actor=district.clerk, at=at_local(day, time(15))
            )
    _return_and_file_again(yen_hoa, yen_mo)
    for district in districts.values():
        _file(district, MONTHLY, at_local(DISTRICTS, time(16)))
    _file(yen_mo, QUARTERLY, at_local(DISTRICTS, time(16)))
    _file_for_province(stage)
    _settle(until)


def _return_and_file_again(commune: Office, district: Office) -> None:
    """The commune forgot a hamlet; the district saw that the register has more households."""
    first = at_local(FILED, time(9))
    report = _report(commune, MONTHLY)
    typed = _figures(report, commune.unit.code)
    forgot = int(typed["households"]) * 9 // 10
    actions.save_draft(
        code=report.code,
        typed={**typed, "households": str(forgot)},
        remarks="Chỉ tính các thôn đã gửi số lên xã (nội dung thử nghiệm).",
        draft_version=report.draft_version,
        actor=commune.clerk,
        at=first,
    )
    actions.submit_report(code=report.code, actor=commune.clerk, at=first)
    actions.sign_report(code=report.code, actor=commune.leader, at=first)
    actions.return_report(
        code=report.code,
        reason="Số hộ dân ít hơn trong sổ, có lẽ sót một thôn, kiểm tra lại (nội dung thử nghiệm).",
        actor=district.clerk,
        at=at_local(RETURNED, time(10)),
    )
    again = at_local(AGAIN, time(9))
    returned = _report(commune, MONTHLY)
    actions.save_draft(
        code=report.code,
        typed=typed,
        remarks="Đã bổ sung thôn còn sót (nội dung thử nghiệm).",
        draft_version=returned.draft_version,
        actor=commune.clerk,
        at=again,
    )
    actions.submit_report(code=report.code, actor=commune.clerk, at=again)
    actions.sign_report(code=report.code, actor=commune.leader, at=again)
    actions.take_in_report(code=report.code, actor=district.leader, at=at_local(AGAIN, time(14)))


def _file_for_province(stage: Stage) -> None:
    province = stage.bureaus[2]
    report = Report.objects.get(organization=province.organization_id, regime=MONTHLY)
    actions.file_report(
        code=report.code,
        typed=_figures(report, BEN_TRE),
        remarks="",
        key=f"demo-{report.code}",
        actor=province.leader,
        at=at_local(PROVINCE, time(9)),
    )


def _file(office: Office, regime: str, at: datetime) -> Report:
    report = _report(office, regime)
    actions.file_report(
        code=report.code,
        typed=_figures(report, office.unit.code),
        remarks="",
        key=f"demo-{report.code}",
        actor=office.leader,
        at=at,
    )
    return report


def _report(office: Office, regime: str) -> Report:
    return Report.objects.get(organization=office.organization_id, regime=regime)


def _figures(report: Report, seed: str) -> Mapping[str, str]:
    """Invented figures that keep the checks; what is counted already stays as it is."""
    dice = random.Random(int(seed))  # noqa: S311 - a story, not a secret
    households = int(report.known.get("households", dice.randrange(900, 3200)))
    plan = dice.randrange(2_000, 9_000)
    invented = {
        "budget_revenue": dice.randrange(300, 2_500),
        "budget_spending": dice.randrange(250, 2_400),
        "investment_plan": plan,
        "investment_paid": plan * dice.randrange(70, 99) // 100,
        "businesses_new": dice.randrange(0, 9),
        "businesses_ended": dice.randrange(0, 4),
        "households": households,
        "poor_households": households * dice.randrange(2, 9) // 100,
        "disaster_damage": dice.choice((0, 0, 0, dice.randrange(50, 900))),
    }
    cells = [cell.id for cell in regime_of(report).cells if cell.is_typed]
    return {
        cell: report.known.get(cell, str(invented.get(cell, 0))).replace(".", ",") for cell in cells
    }


def _settle(until: datetime) -> None:
    """Let the events be delivered and the sums be added up; count which regimes are connected."""
    while deliver_events(at=until, limit=200):
        pass
    actions.add_up_sums(at=until)
    actions.count_regimes(at=until)
