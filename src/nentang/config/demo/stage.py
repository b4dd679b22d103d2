"""The demo's stage: bodies, officers, people and accounts, made by the real actions."""

import random
from datetime import date, datetime

from nentang.agreements.actor import Actor
from nentang.foundation.organizations.public import (
    OrganizationLevel,
    OrganizationTask,
    UnitInfo,
    UnitLevel,
    organization_by_code,
    organization_for,
    organization_with_task,
    unit_as_of,
    units_on,
)
from nentang.kernel.frozen import Frozen

from .bodies import (
    BEN_TRE,
    BEN_TRE_CODE,
    COMMUNICATIONS_DEPARTMENT,
    FINANCE_DEPARTMENT,
    LAND_DEPARTMENT,
    LAND_OFFICES,
    MINISTRY_OF_JUSTICE,
    NINH_BINH,
    NINH_BINH_CODE,
    PROVINCIAL_OFFICES,
    YEN_HOA,
    YEN_MO,
    office_code,
)
from .cast import BUREAU_ROLES, FOUNDED, Bureau, Cast, Office
from .founding import Founder
from .index import IndexPeople, index_people
from .ledgers import Keeper, ledger_people
from .people import Invented, invent

PEOPLE = 240


class LandWay(Frozen):
    """The bodies that a piece of land passes: commune, registration office, tax, district.

    The department of the province is asked for its opinion on the way.
    The district's deputy signs nothing of it, and may therefore settle complaints about it.
    """

    commune: Office
    registry: Office
    tax: Office
    district: Office
    department: Office
    deputy: Actor


class Stage(Frozen):
    """Everybody and everything that the year needs. `places` are communes with their districts.

    `bureaus` are those of Yên Hoà, of the district above it and of the province of Bến Tre.
    """

    places: list[tuple[Office, Office]]
    people: list[tuple[Invented, Actor]]
    land: LandWay
    police: Office
    bureaus: tuple[Bureau, Bureau, Bureau]
    index: IndexPeople
    communications: Office
    steerer: Actor
    ledgers: dict[str, Keeper]


def _called(unit: UnitInfo) -> str:
    """`xã Yên Hoà`, as it stands within a name."""
    return unit.full_name[0].lower() + unit.full_name[1:]


class StageBuilder:
    """Builds the stage at one instant; every step is an action of its app."""

    def __init__(self, *, at: datetime, dice: random.Random) -> None:
        self._dice = dice
        self._founder = Founder(at=at)
        self._cast = Cast(at=at, dice=dice)
        self._departments: dict[str, int] = {}

    def named_people(self) -> None:
        """Those whom the visitor signs in as, first so that they stand first in the list."""
        self._cast.named("Lê Thị Mẫu", "female", date(1994, 3, 8), "lemau", lives_in=YEN_HOA)
        self._cast.named("Bùi Văn Thử", "male", date(1988, 10, 2), "buithu", lives_in=YEN_HOA)

    def yen_hoa(self) -> tuple[Office, Office]:
        """Yên Hoà commune and Yên Mô district of Ninh Bình."""
        province = organization_for(NINH_BINH, FOUNDED)
        commune, district = unit_as_of(YEN_HOA, FOUNDED), unit_as_of(YEN_MO, FOUNDED)
        above = self._founder.committee(
            district, OrganizationLevel.DISTRICT, office_code(NINH_BINH_CODE, 37), province.id
        )
        below = self._founder.committee(
            commune, OrganizationLevel.COMMUNE, office_code(NINH_BINH_CODE, 37, 15), above
        )
        office = Office(
            below,
            commune,
            self._cast.officer("Đinh Thị Mẫu", "clerk", below, "canbo.yenhoa"),
            self._cast.officer("Phạm Văn Mẫu", "leader", below, "chutich.yenhoa"),
        )
        self._cast.officer("Vũ Thị Thử", "inspector", province.id, "thanhtra.ninhbinh")
        return office, self._cast.staffed(above, district)

    def ben_tre(self) -> list[tuple[Office, Office]]:
        """Seventeen provincial bodies, nine districts, every commune with its own."""
        province = organization_for(BEN_TRE, FOUNDED)
        self._cast.officer("Trần Thị Thử", "leader", province.id, "lanhdao.bentre")
        self._cast.officer("Ngô Văn Thử", "administrator", province.id, "quantri.bentre")
        for number, name in enumerate(PROVINCIAL_OFFICES, 1):
            self._departments[name] = self._founder.provincial(number, name, province.id)
        found: list[tuple[Office, Office]] = []
        for number, district in enumerate(
            units_on(FOUNDED, UnitLevel.DISTRICT, within=BEN_TRE), 31
        ):
            above = self._founder.committee(
                district, OrganizationLevel.DISTRICT, office_code(BEN_TRE_CODE, number), province.id
            )
            usernames = ("", "") if found else ("canbo.huyen", "chutich.huyen")
            upper = self._cast.staffed(above, district, usernames)
            communes = units_on(FOUNDED, UnitLevel.COMMUNE, within=district.code)
            for place, commune in enumerate(communes, 1):
                code = office_code(BEN_TRE_CODE, number, place)
                below = self._founder.committee(commune, OrganizationLevel.COMMUNE, code, above)
                usernames = ("", "") if found else ("canbo.bentre", "chutich.bentre")
                found.append((self._cast.staffed(below, commune, usernames), upper))
        return found

    def ministry(self) -> None:
        """Who writes and who publishes the procedures of the Ministry of Justice."""
        justice = organization_by_code(MINISTRY_OF_JUSTICE, FOUNDED).id
        self._cast.officer("Hồ Thị Nháp", "procedure_controller", justice, "soan.botuphap")
        self._cast.officer("Lý Văn Nháp", "procedure_approver", justice, "congbo.botuphap")

    def land(self, commune: Office, district: Office) -> LandWay:
        """The offices of the district that a piece of land passes, and its treasury."""
        place, number = district.unit, 70
        called = place.full_name[0].lower() + place.full_name[1:]
        registry, tax, treasury = (
            self._founder.office(name.format(called), task, district, number + step)
            for step, (name, task) in enumerate(LAND_OFFICES)
        )
        self._founder.account_of(treasury)
        return LandWay(
            commune,
            self._cast.staffed(registry, place, ("datdai.huyen", "")),
            self._cast.staffed(tax, place, ("thue.huyen", "")),
            district,
            self._cast.staffed(
                self._departments[LAND_DEPARTMENT],
                unit_as_of(BEN_TRE, FOUNDED),
                ("", "giamdoc.so"),
            ),
            self._cast.officer(
                "Trương Thị Nháp", "leader", district.organization_id, "phochutich.huyen"
            ),
        )

    def data_stewards(self) -> None:
        """Who prepares and who publishes the open data of the province of Bến Tre."""
        province = organization_for(BEN_TRE, FOUNDED).id
        self._cast.officer("Hồ Thị Thử", "data_steward", province, "dulieu.bentre")
        self._cast.officer("Mai Văn Thử", "data_steward", province, "duyetdulieu.bentre")

    def schooling(self, commune: Office) -> None:
        """Who minds schooling at the commune."""
        self._cast.officer("Đoàn Thị Học", "schooling", commune.organization_id, "giaoduc.yenhoa")

    def bureau(self, body: int, leader: Actor, place: str, names: tuple[str, ...]) -> Bureau:
        """Who works on the documents of a body, by the names on the sign-in page."""
        document_clerk, specialist, head = (
            self._cast.officer(name, role, body, f"{username}.{place}")
            for name, (role, username) in zip(names, BUREAU_ROLES, strict=True)
        )
        return Bureau(body, document_clerk, specialist, head, leader)

    def partners(self, commune: Office, district: Office) -> tuple[Office, Office]:
        """The police of the commune and the social insurance of the district; and that of the province."""
        place, above = commune.unit, district.unit
        police = self._founder.partner(
            f"Công an {_called(place)}",
            OrganizationTask.POLICE,
            place,
            OrganizationLevel.COMMUNE,
            50,
        )
        insurance = self._founder.partner(
            f"Bảo hiểm xã hội {_called(above)}",
            OrganizationTask.INSURANCE,
            above,
            OrganizationLevel.DISTRICT,
            51,
        )
        province = unit_as_of(NINH_BINH, FOUNDED)
        self._founder.partner(
            f"Bảo hiểm xã hội {_called(province)}",
            OrganizationTask.INSURANCE,
            province,
            OrganizationLevel.PROVINCE,
            52,
        )
        return (
            self._cast.staffed(police, place, ("congan.yenhoa", "truongcongan.yenhoa")),
            self._cast.staffed(insurance, above, ("baohiem.yenmo", "giamdoc.baohiem")),
        )

    def finance(self, district: Office) -> tuple[int, int]:
        """The accountant of the district's treasury; who gives codes to units in Bến Tre, and in Ninh Bình."""
        treasury = organization_with_task(OrganizationTask.TREASURY, district.unit.code, FOUNDED)
        if treasury:
            self._cast.officer("Tô Văn Thử", "treasurer", treasury.id, "khobac.huyen")
        here = self._departments[FINANCE_DEPARTMENT]
        self._cast.officer("Tô Thị Mẫu", "registrar", here, "taichinh.bentre")
        return here, organization_for(NINH_BINH, FOUNDED).id

    def land_office(self, district: Office) -> Office:
        """The office that keeps the land of Yên Mô."""
        name = f"Chi nhánh Văn phòng Đăng ký đất đai {_called(district.unit)}"
        body = self._founder.partner(
            name, OrganizationTask.LAND_REGISTRATION, district.unit, OrganizationLevel.DISTRICT, 53
        )
        return self._cast.staffed(body, district.unit, ("datdai.yenmo", "giamdoc.datdai"))

    def steering(self) -> tuple[Office, Actor]:
        """The department that does much of what a plan assigns; who enters the committee of Ninh Bình."""
        unit, names = unit_as_of(BEN_TRE, FOUNDED), ("canbo.sotttt", "giamdoc.sotttt")
        office = self._cast.staffed(self._departments[COMMUNICATIONS_DEPARTMENT], unit, names)
        province = organization_for(NINH_BINH, FOUNDED).id
        steerer = self._cast.officer("Kiều Văn Thử", "specialist", province, "chuyendoiso.ninhbinh")
        return office, steerer

    def index(self) -> IndexPeople:
        """Who answers, appraises and publishes the index."""
        return index_people(self._cast.officer, on=FOUNDED)

    def ledgers(self) -> dict[str, Keeper]:
        """Who keeps the smaller registers of the Programme."""
        return ledger_people(self._cast.officer, on=FOUNDED)

    def people(self) -> list[tuple[Invented, Actor]]:
        """People of Bến Tre with accounts at level 2."""
        return [
            (each, self._cast.account(each))
            for each in invent(PEOPLE, province_prefix="083", dice=self._dice)
        ]
