"""Reports of the body here and of one below it: open, submitted, taken in, filed, and one that never came."""

from datetime import date, datetime
from typing import Any

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    Unit,
    create_organization,
)
from nentang.measure.reporting import actions
from nentang.measure.reporting.adapters.workbook import Subject, written
from nentang.measure.reporting.models import Report
from nentang.measure.reporting.queries import regime_of
from tests.attacks.world import World
from tests.foundation.organizations.factories import make_unit
from tests.measure.reporting.factories import FIGURES, REGIME

from .lot import Lot


def reports(world: World, _masters: dict[str, Actor], at: datetime) -> Lot:
    """Each in the state in which somebody may take a step."""
    here, below = world.here.body, _below(world.here.body, at)
    filling = _opened(here, "2020-11", at)
    submitted = _filled(here, "2020-10", at)
    actions.submit_report(code=submitted.code, actor=SYSTEM, at=at)
    taken = _filed(here, "2020-09", at)
    filed = _filed(below, "2020-11", at)
    missing = _opened(below, "2020-10", at)
    subject = Subject(filling.code, here.name, filling.period)
    content = written(regime_of(filling), subject, {}, {}, "", "vi")
    codes = [each.code for each in (filling, submitted, taken, filed, missing)]
    values: dict[str, list[Any]] = {
        "reporting.code": codes,
        "reporting.typed": [FIGURES],
        "reporting.remarks": ["Đã rà soát"],
        "reporting.draft_version": [0],
        "reporting.content": [content],
        "reporting.key": ["khoa-thu-1"],
        "reporting.regime": [REGIME],
        "reporting.period": ["2020-11"],
    }
    first = {"code": filling.code, "step": "ky", "number": 1}
    return Lot(values, places={"bao-cao/": first, "bao-cao/<str:code>/ban/": {"code": taken.code}})


def _below(above: Organization, at: datetime) -> Organization:
    make_unit("98009", "Xã Dưới", parent=Unit.objects.get(code="981"))
    return create_organization(
        name="Uỷ ban nhân dân xã Dưới",
        kind=OrganizationKind.PEOPLES_COMMITTEE,
        level=OrganizationLevel.COMMUNE,
        code="H42.15.49",
        unit_code="98009",
        parent_id=above.pk,
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )


def _opened(body: Organization, period: str, at: datetime) -> Report:
    return actions.open_report(
        regime=REGIME, period=period, organization_id=body.pk, actor=SYSTEM, at=at
    )


def _filled(body: Organization, period: str, at: datetime) -> Report:
    report = _opened(body, period, at)
    return actions.save_draft(
        code=report.code, typed=FIGURES, remarks="", draft_version=0, actor=SYSTEM, at=at
    )


def _filed(body: Organization, period: str, at: datetime) -> Report:
    report = _opened(body, period, at)
    actions.file_report(
        code=report.code, typed=FIGURES, remarks="", key=f"k-{report.pk}", actor=SYSTEM, at=at
    )
    report.refresh_from_db()
    return report
