"""The demo's bodies of the state, each founded by the real action."""

from datetime import datetime

from nentang.agreements.actor import SYSTEM
from nentang.economy.payments.public import open_payee_account
from nentang.foundation.organizations.public import (
    OrganizationKind,
    OrganizationLevel,
    OrganizationTask,
    UnitInfo,
    create_organization,
)
from nentang.kernel.identifiers import parse_organization_code

from .bodies import BEN_TRE, BEN_TRE_CODE, NINH_BINH_CODE, office_code
from .cast import FOUNDED, Office

TEST_BANK = "970415"


class Founder:
    """Founds bodies at one instant; each method gives the identifier."""

    def __init__(self, *, at: datetime) -> None:
        self._at = at

    def partner(
        self,
        name: str,
        task: OrganizationTask,
        unit: UnitInfo,
        level: OrganizationLevel,
        number: int,
    ) -> int:
        body = create_organization(
            name=name,
            kind=OrganizationKind.OTHER,
            level=level,
            task=task,
            code=office_code(NINH_BINH_CODE, number),
            unit_code=unit.code,
            valid_from=FOUNDED,
            actor=SYSTEM,
            at=self._at,
        )
        self.account_of(body.pk)
        return body.pk

    def office(self, name: str, task: OrganizationTask, above: Office, number: int) -> int:
        return create_organization(
            name=name,
            kind=OrganizationKind.DEPARTMENT,
            level=OrganizationLevel.DISTRICT,
            task=task,
            code=office_code(BEN_TRE_CODE, 31, number),
            unit_code=above.unit.code,
            parent_id=above.organization_id,
            valid_from=FOUNDED,
            actor=SYSTEM,
            at=self._at,
        ).pk

    def provincial(self, number: int, name: str, parent_id: int) -> int:
        return create_organization(
            name=name,
            kind=OrganizationKind.DEPARTMENT,
            level=OrganizationLevel.PROVINCE,
            code=office_code(BEN_TRE_CODE, number),
            unit_code=BEN_TRE,
            parent_id=parent_id,
            valid_from=FOUNDED,
            actor=SYSTEM,
            at=self._at,
        ).pk

    def committee(self, unit: UnitInfo, level: OrganizationLevel, code: str, parent_id: int) -> int:
        body = create_organization(
            name=f"Ủy ban nhân dân {unit.full_name[0].lower()}{unit.full_name[1:]}",
            kind=OrganizationKind.PEOPLES_COMMITTEE,
            level=level,
            code=parse_organization_code(code).qd20,
            unit_code=unit.code,
            parent_id=parent_id,
            valid_from=FOUNDED,
            actor=SYSTEM,
            at=self._at,
        )
        self.account_of(body.pk)
        return body.pk

    def account_of(self, organization_id: int) -> None:
        open_payee_account(
            organization_id=organization_id,
            bank_bin=TEST_BANK,
            account_number=f"{9_700_000_000 + organization_id}",
            holder=f"KHO BAC THU {organization_id}",
            valid_from=FOUNDED,
            actor=SYSTEM,
            at=self._at,
        )
