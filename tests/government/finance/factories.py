"""A department of finance that gives units their codes; all by real actions."""

from datetime import date, datetime

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    OrganizationTask,
    create_organization,
)
from nentang.foundation.registers.public import Basis, BasisKind
from nentang.government.finance.actions import UnitFacts, open_unit
from nentang.government.finance.enums import BudgetLevel
from nentang.government.finance.models import BudgetUnit
from nentang.kernel.frozen import Frozen
from tests.foundation.casework.factories import make_officer
from tests.foundation.organizations.factories import make_unit

CERTIFICATE = Basis(BasisKind.DOCUMENT, "Giấy chứng nhận mẫu 01")
STARTS = date(2020, 1, 1)


class Finance(Frozen):
    """The department with its registrar, a stranger, and a treasury."""

    department: Organization
    registrar: Actor
    stranger: Actor
    treasury: Organization


def make_finance(*, at: datetime) -> Finance:
    """A department of finance and a treasury of the same province."""
    make_unit("97", "Tỉnh Tài Mẫu")
    department = make_body("Sở Tài chính tỉnh Mẫu", "H97.05", at=at)
    treasury = make_body("Kho bạc Nhà nước Mẫu", "H97.72", task=OrganizationTask.TREASURY, at=at)
    return Finance(
        department=department,
        registrar=make_officer(department, "registrar", at=at),
        stranger=make_officer(treasury, "registrar", at=at),
        treasury=treasury,
    )


def make_body(
    name: str, code: str, *, at: datetime, task: OrganizationTask | None = None
) -> Organization:
    """A department of the province."""
    more = {"task": task} if task else {}
    return create_organization(
        name=name,
        code=code,
        kind=OrganizationKind.DEPARTMENT,
        level=OrganizationLevel.PROVINCE,
        unit_code="97",
        parent_id=None,
        valid_from=STARTS,
        actor=SYSTEM,
        at=at,
        **more,  # type: ignore[arg-type]
    )


def facts(**others: object) -> UnitFacts:
    """A commune's committee."""
    values: dict[str, object] = {
        "name": "Ủy ban nhân dân xã Mẫu",
        "chapter": "805",
        "level": BudgetLevel.COMMUNE,
    }
    return UnitFacts(**(values | others))  # type: ignore[arg-type]


def make_budget_unit(*, finance: Finance, at: datetime, **others: object) -> BudgetUnit:
    """A unit of that department, open since the beginning of 2020."""
    return open_unit(
        facts=facts(**others),
        starts_on=STARTS,
        keeper_id=finance.department.pk,
        basis=CERTIFICATE,
        actor=finance.registrar,
        at=at,
    )
