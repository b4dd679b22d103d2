"""The finance of the demo: who collects is a unit with a code, and has its accounts at a treasury."""

from collections.abc import Sequence
from datetime import datetime

from nentang.agreements.actor import SYSTEM
from nentang.foundation.organizations.public import OrganizationTask, organization_with_task
from nentang.foundation.registers.public import Basis, BasisKind
from nentang.government.finance.public import BudgetLevel, BudgetUnit, UnitFacts, open_unit

from .cast import FOUNDED, Office

CERTIFICATE = Basis(BasisKind.DOCUMENT, "Giấy chứng nhận mã số mẫu")
CHAPTERS = {BudgetLevel.PROVINCE: "405", BudgetLevel.DISTRICT: "605", BudgetLevel.COMMUNE: "805"}


def open_budget_units(
    places: Sequence[tuple[Office, Office]], *, keeper_id: int, first: int, at: datetime
) -> None:
    """Every district and every commune below it, their codes in a row; kept by that department of finance."""
    above: dict[int, BudgetUnit] = {}
    serials = iter(range(first, first + 1000))
    for commune, district in places:
        unit = above.get(district.organization_id)
        if unit is None:
            unit = _open(district, BudgetLevel.DISTRICT, None, keeper_id, next(serials), at)
            above[district.organization_id] = unit
        _open(commune, BudgetLevel.COMMUNE, unit, keeper_id, next(serials), at)


def _open(
    office: Office,
    level: BudgetLevel,
    parent: BudgetUnit | None,
    keeper_id: int,
    serial: int,
    at: datetime,
) -> BudgetUnit:
    treasury = organization_with_task(OrganizationTask.TREASURY, office.unit.code, FOUNDED)
    place = office.unit.full_name
    return open_unit(
        facts=UnitFacts(
            name=f"Văn phòng Uỷ ban nhân dân {place[0].lower()}{place[1:]}",
            chapter=CHAPTERS[level],
            level=level,
            code=f"1{serial:06d}",
            organization_id=office.organization_id,
            parent=parent,
            treasury_id=treasury.id if treasury else None,
        ),
        starts_on=FOUNDED,
        keeper_id=keeper_id,
        basis=CERTIFICATE,
        actor=SYSTEM,
        at=at,
    )
