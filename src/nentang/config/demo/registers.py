"""The population of the demo: families of Yên Hoà, some people of Bến Tre, and what an officer finds to do."""

import random
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from nentang.agreements.actor import SYSTEM
from nentang.foundation.identity.public import Person, appoint_officer
from nentang.foundation.outbox.public import deliver_events
from nentang.foundation.registers.models import Evidence
from nentang.foundation.registers.public import Act, Basis, BasisKind, start_import
from nentang.government.population.public import (
    Citizen,
    CitizenFacts,
    Home,
    Relation,
    change_head,
    citizen,
    enter_citizen,
    find_citizen,
    found_household,
    identity_on,
    register_residence,
    write_identity,
)
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen

from .cast import FOUNDED, Office
from .people import FAMILY, GIVEN, Invented, personal_number

BOOK = Basis(BasisKind.BOOK, "Tàng thư hộ khẩu mẫu")
FAMILIES, KNOWN_IN_BEN_TRE = 24, 60
HAMLETS = ("Thôn Liên Trì", "Thôn Hảo Nho", "Thôn Trinh Nữ", "Thôn Yên Thành")
MADE_UP = """number,full_name,sex,birth_on,birth_year,ethnicity,unit_code,address_line
037178950001,Đỗ Thị Nháp,nữ,12/04/1978,1978,Kinh,{unit},Thôn Liên Trì
037078950002,Đỗ Văn Nháp,nữ,30/11/1978,1978,Kinh,{unit},Thôn Liên Trì
037178950003,Đỗ Thị Tạm,nữ,31/02/1978,1978,Kinh,{unit},Thôn Liên Trì
"""


class Living(Frozen):
    """Somebody of a family: who they are, and what to the head."""

    who: Invented
    relation: str
    father: str = ""
    mother: str = ""


def fill_registers(
    yen_hoa: Office,
    police: Office,
    ben_tre: Office,
    people: Sequence[Invented],
    *,
    at: datetime,
) -> None:
    """Those who keep registers; families of Yên Hoà; people of one commune of Bến Tre."""
    for office in (yen_hoa, police, ben_tre):
        _appoint_registrar(office, at)
    dice = random.Random(37)  # noqa: S311 - a story, not a secret
    for named in list(Person.objects.filter(unit_code=yen_hoa.unit.code).order_by("pk")):
        _settle([_as_living(named)], yen_hoa, police, HAMLETS[0], at)
    for number in range(FAMILIES):
        _settle(_family(number, dice), yen_hoa, police, dice.choice(HAMLETS), at)
    for who in people[:KNOWN_IN_BEN_TRE]:
        _settle([Living(who, Relation.HEAD)], ben_tre, ben_tre, "Ấp Mẫu", at)


def disturb_registers(yen_hoa: Office, police: Office, *, at: datetime) -> None:
    """The same woman entered twice, a table with faults, a birthday that was wrong."""
    twin = Invented("Lê Thị Mậu", "female", date(1994, 8, 3), "", "")
    number = personal_number("037", twin.sex, twin.birth_on, 950_000)
    _enter(Living(twin, Relation.OTHER), number, police, at)
    start_import(
        register="population",
        content=MADE_UP.format(unit=yen_hoa.unit.code).encode(),
        filename="dan-cu-lien-tri.csv",
        organization_id=police.organization_id,
        actor=SYSTEM,
        at=at,
    )
    used = Evidence.objects.filter(register="population", field="birth_on").order_by("pk").first()
    if used:
        wrong = citizen(used.record_code)
        born = identity_on(wrong, legal_day(at))
        write_identity(
            citizen=wrong,
            said={"birth_on": (born.birth_on or FOUNDED) + timedelta(days=1)} if born else {},
            act=Act.CORRECTION,
            basis=Basis(BasisKind.DOCUMENT, "Quyết định mẫu 12/QĐ-UBND"),
            actor=SYSTEM,
            at=at,
        )
    while deliver_events(at=at, limit=200):
        pass


def _appoint_registrar(office: Office, at: datetime) -> None:
    appoint_officer(
        account_id=office.clerk.account_id or 0,
        role="registrar",
        organization_id=office.organization_id,
        valid_from=FOUNDED,
        actor=SYSTEM,
        at=at,
    )


def _family(number: int, dice: random.Random) -> list[Living]:
    """Father, mother and up to three children, who name their parents."""
    name, serial = dice.choice(FAMILY), 700_000 + number * 10
    father = _somebody(f"{name} Văn {dice.choice(GIVEN)}", "male", dice.randint(1960, 1985), serial)
    mother = _somebody(
        f"{dice.choice(FAMILY)} Thị {dice.choice(GIVEN)}",
        "female",
        father.birth_on.year + dice.randint(0, 4),
        serial + 1,
    )
    children = [
        Living(
            _somebody(
                f"{name} {dice.choice(('Văn', 'Thị'))} {dice.choice(GIVEN)}",
                dice.choice(("male", "female")),
                mother.birth_on.year + 22 + each * 3,
                serial + 2 + each,
            ),
            Relation.CHILD,
            father.personal_number,
            mother.personal_number,
        )
        for each in range(dice.randint(0, 3))
    ]
    return [Living(father, Relation.HEAD), Living(mother, Relation.SPOUSE), *children]


def _somebody(full_name: str, sex: str, year: int, serial: int) -> Invented:
    born = date(year, 1 + serial % 12, 1 + serial % 28)
    name = full_name.replace(" Văn ", " Thị ") if sex == "female" else full_name
    name = name.replace(" Thị ", " Văn ") if sex == "male" else name
    return Invented(name, sex, born, personal_number("037", sex, born, serial), "")


def _as_living(person: Person) -> Living:
    born = person.birth_on or date(person.birth_year or 1990, 1, 1)
    who = Invented(person.full_name, person.sex, born, person.personal_number or "", "")
    return Living(who, Relation.HEAD)


def _settle(family: list[Living], office: Office, keeper: Office, where: str, at: datetime) -> None:
    """A household with its members, living there since the founding day of the demo."""
    home = found_household(
        unit_code=office.unit.code,
        address_line=where,
        head=None,
        valid_from=FOUNDED,
        basis=BOOK,
        actor=SYSTEM,
        at=at,
    )
    for member in family:
        entered = _enter(member, member.who.personal_number, keeper, at)
        register_residence(
            citizen=entered,
            home=Home(office.unit.code, where, home.code, member.relation),
            valid_from=FOUNDED,
            basis=BOOK,
            actor=SYSTEM,
            at=at,
        )
        if member.relation == Relation.HEAD:
            change_head(
                home=home, head=entered, valid_from=FOUNDED, basis=BOOK, actor=SYSTEM, at=at
            )


def _enter(member: Living, number: str, keeper: Office, at: datetime) -> Citizen:
    who = member.who
    return find_citizen(number) or enter_citizen(
        number=number,
        facts=CitizenFacts(
            full_name=who.full_name,
            sex=who.sex,
            birth_on=who.birth_on,
            birth_year=who.birth_on.year,
            ethnicity="Kinh",
            father_number=member.father,
            mother_number=member.mother,
        ),
        keeper_id=keeper.organization_id,
        basis=BOOK,
        actor=SYSTEM,
        at=at,
    )
