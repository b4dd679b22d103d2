"""The demo's stage: bodies, officers, people and accounts, made by the real actions."""

import random
from datetime import date, datetime

from nentang.agreements.actor import SYSTEM, Actor
from nentang.economy.payments.public import open_payee_account
from nentang.foundation.identity.public import (
    actor_for_account,
    appoint_officer,
    enrol_one_time_code,
    open_account,
    register_person,
)
from nentang.foundation.organizations.public import (
    OrganizationKind,
    OrganizationLevel,
    OrganizationTask,
    UnitInfo,
    UnitLevel,
    create_organization,
    organization_by_code,
    organization_for,
    unit_as_of,
    units_on,
)
from nentang.kernel.frozen import Frozen
from nentang.kernel.identifiers import parse_organization_code

from .bodies import (
    BEN_TRE,
    BEN_TRE_CODE,
    LAND_OFFICES,
    MINISTRY_OF_JUSTICE,
    NINH_BINH,
    NINH_BINH_CODE,
    PROVINCIAL_OFFICES,
    YEN_HOA,
    YEN_MO,
    office_code,
)
from .people import Invented, invent, personal_number

FOUNDED = date(2020, 1, 1)
PASSWORD = "ban dung thu 2020"  # noqa: S105 - the demo's people share it and the page says so
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - likewise
PEOPLE = 240
TEST_BANK = "970415"
BUREAU_ROLES = (
    ("registrar", "vanthu"),
    ("specialist", "chuyenvien"),
    ("head_of_unit", "vanphong"),
)


class Office(Frozen):
    """A body that works dossiers, its unit, and its two people."""

    organization_id: int
    unit: UnitInfo
    clerk: Actor
    leader: Actor


class LandWay(Frozen):
    """The bodies that a piece of land passes: commune, registration office, tax, district.

    The district's deputy signs nothing of it, and may therefore settle complaints about it.
    """

    commune: Office
    registry: Office
    tax: Office
    district: Office
    deputy: Actor


class Bureau(Frozen):
    """A body's people for documents: who registers, drafts, checks and signs."""

    organization_id: int
    registrar: Actor
    specialist: Actor
    head: Actor
    leader: Actor


class Stage(Frozen):
    """Everybody and everything that the year needs. `places` are communes with their districts.

    `bureaus` are those of Yên Hoà, of the district above it and of the province of Bến Tre.
    """

    places: list[tuple[Office, Office]]
    people: list[tuple[Invented, Actor]]
    land: LandWay
    police: Office
    bureaus: tuple[Bureau, Bureau, Bureau]


def _called(unit: UnitInfo) -> str:
    """`xã Yên Hoà`, as it stands within a name."""
    return unit.full_name[0].lower() + unit.full_name[1:]


class StageBuilder:
    """Builds the stage at one instant; every step is an action of its app."""

    def __init__(self, *, at: datetime, dice: random.Random) -> None:
        self._at = at
        self._dice = dice
        self._officers = iter(invent(2000, province_prefix="083", dice=dice, first=100_000))

    def named_people(self) -> None:
        """Those whom the visitor signs in as, first so that they stand first in the list."""
        self._named("Lê Thị Mẫu", "female", date(1994, 3, 8), "lemau", lives_in=YEN_HOA)
        self._named("Bùi Văn Thử", "male", date(1988, 10, 2), "buithu", lives_in=YEN_HOA)

    def yen_hoa(self) -> tuple[Office, Office]:
        """Yên Hoà commune and Yên Mô district of Ninh Bình."""
        province = organization_for(NINH_BINH, FOUNDED)
        commune, district = unit_as_of(YEN_HOA, FOUNDED), unit_as_of(YEN_MO, FOUNDED)
        above = self._committee(
            district, OrganizationLevel.DISTRICT, office_code(NINH_BINH_CODE, 37), province.id
        )
        below = self._committee(
            commune, OrganizationLevel.COMMUNE, office_code(NINH_BINH_CODE, 37, 15), above
        )
        office = Office(
            below,
            commune,
            self._officer("Đinh Thị Mẫu", "clerk", below, "canbo.yenhoa"),
            self._officer("Phạm Văn Mẫu", "leader", below, "chutich.yenhoa"),
        )
        self._officer("Vũ Thị Thử", "inspector", province.id, "thanhtra.ninhbinh")
        return office, self._staffed(above, district)

    def ben_tre(self) -> list[tuple[Office, Office]]:
        """Seventeen provincial bodies, nine districts, every commune with its own."""
        province = organization_for(BEN_TRE, FOUNDED)
        self._officer("Trần Thị Thử", "leader", province.id, "lanhdao.bentre")
        self._officer("Ngô Văn Thử", "administrator", province.id, "quantri.bentre")
        for number, name in enumerate(PROVINCIAL_OFFICES, 1):
            self._provincial(number, name, province.id)
        found: list[tuple[Office, Office]] = []
        for number, district in enumerate(
            units_on(FOUNDED, UnitLevel.DISTRICT, within=BEN_TRE), 31
        ):
            above = self._committee(
                district, OrganizationLevel.DISTRICT, office_code(BEN_TRE_CODE, number), province.id
            )
            usernames = ("", "") if found else ("canbo.huyen", "chutich.huyen")
            upper = self._staffed(above, district, usernames)
            communes = units_on(FOUNDED, UnitLevel.COMMUNE, within=district.code)
            for place, commune in enumerate(communes, 1):
                code = office_code(BEN_TRE_CODE, number, place)
                below = self._committee(commune, OrganizationLevel.COMMUNE, code, above)
                usernames = ("", "") if found else ("canbo.bentre", "chutich.bentre")
                found.append((self._staffed(below, commune, usernames), upper))
        return found

    def ministry(self) -> None:
        """Who writes and who publishes the procedures of the Ministry of Justice."""
        justice = organization_by_code(MINISTRY_OF_JUSTICE, FOUNDED).id
        self._officer("Hồ Thị Nháp", "procedure_controller", justice, "soan.botuphap")
        self._officer("Lý Văn Nháp", "procedure_approver", justice, "congbo.botuphap")

    def land(self, commune: Office, district: Office) -> LandWay:
        """The offices of the district that a piece of land passes, and its treasury."""
        place, number = district.unit, 70
        called = place.full_name[0].lower() + place.full_name[1:]
        registry, tax, treasury = (
            self._office(name.format(called), task, district, number + step)
            for step, (name, task) in enumerate(LAND_OFFICES)
        )
        self._account_of(treasury)
        return LandWay(
            commune,
            self._staffed(registry, place, ("datdai.huyen", "")),
            self._staffed(tax, place, ("thue.huyen", "")),
            district,
            self._officer(
                "Trương Thị Nháp", "leader", district.organization_id, "phochutich.huyen"
            ),
        )

    def bureau(self, body: int, leader: Actor, place: str, names: tuple[str, ...]) -> Bureau:
        """Who works on the documents of a body, by the names on the sign-in page."""
        registrar, specialist, head = (
            self._officer(name, role, body, f"{username}.{place}")
            for name, (role, username) in zip(names, BUREAU_ROLES, strict=True)
        )
        return Bureau(body, registrar, specialist, head, leader)

    def partners(self, commune: Office, district: Office) -> tuple[Office, Office]:
        """The police of the commune and the social insurance of the district; and that of the province."""
        place, above = commune.unit, district.unit
        police = self._partner(
            f"Công an {_called(place)}",
            OrganizationTask.POLICE,
            place,
            OrganizationLevel.COMMUNE,
            50,
        )
        insurance = self._partner(
            f"Bảo hiểm xã hội {_called(above)}",
            OrganizationTask.INSURANCE,
            above,
            OrganizationLevel.DISTRICT,
            51,
        )
        province = unit_as_of(NINH_BINH, FOUNDED)
        self._partner(
            f"Bảo hiểm xã hội {_called(province)}",
            OrganizationTask.INSURANCE,
            province,
            OrganizationLevel.PROVINCE,
            52,
        )
        return (
            self._staffed(police, place, ("congan.yenhoa", "truongcongan.yenhoa")),
            self._staffed(insurance, above, ("baohiem.yenmo", "giamdoc.baohiem")),
        )

    def _partner(
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
        self._account_of(body.pk)
        return body.pk

    def _office(self, name: str, task: OrganizationTask, above: Office, number: int) -> int:
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

    def people(self) -> list[tuple[Invented, Actor]]:
        """People of Bến Tre with accounts at level 2."""
        return [
            (each, self._account(each))
            for each in invent(PEOPLE, province_prefix="083", dice=self._dice)
        ]

    def _provincial(self, number: int, name: str, parent_id: int) -> None:
        create_organization(
            name=name,
            kind=OrganizationKind.DEPARTMENT,
            level=OrganizationLevel.PROVINCE,
            code=office_code(BEN_TRE_CODE, number),
            unit_code=BEN_TRE,
            parent_id=parent_id,
            valid_from=FOUNDED,
            actor=SYSTEM,
            at=self._at,
        )

    def _committee(
        self, unit: UnitInfo, level: OrganizationLevel, code: str, parent_id: int
    ) -> int:
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
        self._account_of(body.pk)
        return body.pk

    def _account_of(self, organization_id: int) -> None:
        open_payee_account(
            organization_id=organization_id,
            bank_bin=TEST_BANK,
            account_number=f"{9_700_000_000 + organization_id}",
            holder=f"KHO BAC THU {organization_id}",
            valid_from=FOUNDED,
            actor=SYSTEM,
            at=self._at,
        )

    def _staffed(
        self, organization_id: int, unit: UnitInfo, usernames: tuple[str, str] = ("", "")
    ) -> Office:
        clerk, leader = (
            self._officer(next(self._officers).full_name, role, organization_id, username)
            for role, username in zip(("clerk", "leader"), usernames, strict=True)
        )
        if usernames[1]:  # whose name is on the sign-in page also answers for personal data
            self._appoint(leader.account_id or 0, "data_protection", organization_id)
            leader = actor_for_account(leader.account_id or 0, self._at)
        return Office(organization_id, unit, clerk, leader)

    def _officer(self, name: str, role: str, organization_id: int, username: str) -> Actor:
        invented = next(self._officers)
        account_id = self._open(
            invented, name, username or invented.personal_number, username != ""
        )
        self._appoint(account_id, role, organization_id)
        return actor_for_account(account_id, self._at)

    def _appoint(self, account_id: int, role: str, organization_id: int) -> None:
        appoint_officer(
            account_id=account_id,
            role=role,
            organization_id=organization_id,
            valid_from=FOUNDED,
            actor=SYSTEM,
            at=self._at,
        )

    def _named(
        self, name: str, sex: str, birth_on: date, username: str, *, lives_in: str = ""
    ) -> None:
        number = personal_number("037", sex, birth_on, 800_000 + len(username))
        who = Invented(name, sex, birth_on, number, "0911000111")
        self._open(who, name, username, True, lives_in)

    def _account(self, who: Invented) -> Actor:
        return actor_for_account(
            self._open(who, who.full_name, who.personal_number, False), self._at
        )

    def _open(
        self, who: Invented, name: str, username: str, may_sign_in: bool, lives_in: str = ""
    ) -> int:
        """A person with an account; only those whom a visitor may be get a password and a code."""
        person = register_person(
            full_name=name,
            birth_on=who.birth_on,
            sex=who.sex,
            personal_number=who.personal_number,
            phone=who.phone,
            unit_code=lives_in,
            actor=SYSTEM,
            at=self._at,
        )
        account = open_account(
            person_id=person.pk,
            username=username,
            password=PASSWORD if may_sign_in else None,
            assurance=2,
            actor=SYSTEM,
            at=self._at,
        )
        if may_sign_in:
            enrol_one_time_code(
                account_id=account.pk, secret=TOTP_SECRET, actor=SYSTEM, at=self._at
            )
        return account.pk
