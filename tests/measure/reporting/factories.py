"""A province with a district and three communes, their officers, and reports of December 2020; all by real actions."""

from datetime import UTC, date, datetime
from typing import Any

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    create_organization,
)
from nentang.foundation.outbox.public import run_until_quiet
from nentang.kernel.frozen import Frozen
from nentang.measure.reporting import actions
from nentang.measure.reporting.models import Report
from tests.foundation.organizations.factories import MERGER_DAY, make_unit
from tests.government.services.factories import make_officer

MONTH = "2020-12"
REGIME = "socio_economic"
CLOSED = datetime(2020, 12, 15, 2, 0, tzinfo=UTC)
"""The morning after the figures of December were closed."""
BEFORE_DUE = datetime(2020, 12, 16, 3, 0, tzinfo=UTC)
AFTER_DUE = datetime(2020, 12, 17, 3, 0, tzinfo=UTC)
FIGURES = {
    "budget_revenue": "1.200,5",
    "budget_spending": "900",
    "investment_plan": "400",
    "investment_paid": "100",
    "businesses_new": "3",
    "businesses_ended": "1",
    "households": "1.000",
    "poor_households": "50",
    "disaster_damage": "0",
    "dossiers_received": "20",
    "dossiers_decided": "18",
}


class Body(Frozen):
    """A committee with who fills in and who signs."""

    body: Organization
    clerk: Actor
    leader: Actor


class Land(Frozen):
    """The Government Office, a province, its district, and three communes in it."""

    office: Body
    province: Body
    district: Body
    communes: tuple[Body, Body, Body]

    @property
    def commune(self) -> Body:
        """The first commune."""
        return self.communes[0]


def make_land(*, at: datetime) -> Land:
    """All of it, as it stood until 30 June 2025."""
    ends: dict[str, Any] = {"valid_to": MERGER_DAY}
    province = make_unit("98", "Tỉnh Mẫu", **ends)
    district = make_unit("981", "Huyện Mẫu", parent=province, **ends)
    for number in (1, 2, 3):
        make_unit(f"9800{number}", f"Xã Mẫu {number}", parent=district, **ends)
    office = Organization.objects.filter(code_qd20="G22").first() or create_organization(
        name="Văn phòng Chính phủ",
        kind=OrganizationKind.MINISTRY,
        level=OrganizationLevel.MINISTRY,
        code="G22",
        valid_from=date(2004, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    above = committee("tỉnh Mẫu", "H98", "98", None, at)
    middle = committee("huyện Mẫu", "H98.15", "981", above.body.pk, at)
    communes = [
        committee(f"xã Mẫu {n}", f"H98.15.3{n}", f"9800{n}", middle.body.pk, at) for n in (1, 2, 3)
    ]
    return Land(_staffed(office, at), above, middle, (communes[0], communes[1], communes[2]))


def committee(
    place: str,
    code: str,
    unit: str,
    parent_id: int | None,
    at: datetime,
    valid_from: date = date(2020, 1, 1),
) -> Body:
    """The People's Committee of a unit, with a clerk and a leader."""
    levels = {2: OrganizationLevel.PROVINCE, 3: OrganizationLevel.DISTRICT}
    body = create_organization(
        name=f"Ủy ban nhân dân {place}",
        kind=OrganizationKind.PEOPLES_COMMITTEE,
        level=levels.get(len(unit), OrganizationLevel.COMMUNE),
        code=code,
        unit_code=unit,
        parent_id=parent_id,
        valid_from=valid_from,
        actor=SYSTEM,
        at=at,
    )
    return _staffed(body, at)


def _staffed(body: Organization, at: datetime) -> Body:
    return Body(body, make_officer(body, "clerk", at=at), make_officer(body, "leader", at=at))


def opened(land: Land, *, at: datetime = CLOSED) -> None:
    """Every report that is due is open."""
    actions.open_reports(at=at)


def report_of(body: Body, regime: str = REGIME, period: str = MONTH) -> Report:
    """The report of that body as it stands now."""
    return Report.objects.select_related("case", "organization", "above").get(
        organization=body.body, regime=regime, period=period
    )


def filled(body: Body, *, at: datetime = CLOSED, **changes: str) -> Report:
    """The report, with every cell saved as a draft."""
    report = report_of(body)
    return actions.save_draft(
        code=report.code,
        typed={**FIGURES, **changes},
        remarks="",
        draft_version=report.draft_version,
        actor=body.clerk,
        at=at,
    )


def filed(body: Body, *, at: datetime = BEFORE_DUE, **changes: str) -> Report:
    """The report, filled in, submitted and signed."""
    report = filled(body, at=at, **changes)
    actions.submit_report(code=report.code, actor=body.clerk, at=at)
    actions.sign_report(code=report.code, actor=body.leader, at=at)
    return report_of(body)


def settle(at: datetime) -> None:
    """Let listeners and sums come to rest."""
    run_until_quiet(at=at)
    actions.add_up_sums(at=at)
