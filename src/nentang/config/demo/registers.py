"""The population of the demo: the village of Yên Hoà, some people of Bến Tre, and what an officer finds to do."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from nentang.agreements.actor import SYSTEM
from nentang.config.synth.filling import Filled
from nentang.config.synth.numbers import Numbers
from nentang.config.synth.registered import Place
from nentang.config.synth.telling import tell_places
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
from .people import Invented, personal_number

BOOK = Basis(BasisKind.BOOK, "Tàng thư hộ khẩu mẫu")
VILLAGERS, KNOWN_IN_BEN_TRE = 300, 60
HAMLET = "Thôn Liên Trì"
BOOKS_SINCE = date(2006, 1, 1)
"""Older books of Yên Hoà are on paper still."""
MADE_UP = """number,full_name,sex,birth_on,birth_year,ethnicity,unit_code,address_line
037178950001,Đỗ Thị Nháp,nữ,12/04/1978,1978,Kinh,{unit},Thôn Liên Trì
037078950002,Đỗ Văn Nháp,nữ,30/11/1978,1978,Kinh,{unit},Thôn Liên Trì
037178950003,Đỗ Thị Tạm,nữ,31/02/1978,1978,Kinh,{unit},Thôn Liên Trì
"""


class Living(Frozen):
    """Somebody of a household: who they are, and what to the head."""

    who: Invented
    relation: str


def fill_registers(
    yen_hoa: Office,
    police: Office,
    ben_tre: Office,
    people: Sequence[Invented],
    *,
    keepers: Mapping[str, int],
    at: datetime,
) -> None:
    """Those who keep registers; the village of Yên Hoà; people of one commune of Bến Tre.

    `keepers` are bodies that keep a register of the village in place of its committee, by register.
    """
    for office in (yen_hoa, police, ben_tre):
        _appoint_registrar(office, at)
    named_people = list(Person.objects.filter(unit_code=yen_hoa.unit.code).order_by("pk"))
    _villagers(yen_hoa, keepers, at)
    for named in named_people:
        _settle([_as_living(named)], yen_hoa, police, HAMLET, at)
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


def _villagers(office: Office, keepers: Mapping[str, int], at: datetime) -> None:
    """A village that lived through a century, with its books, shops and cards."""
    unit, today = office.unit, legal_day(at)
    told = tell_places(
        [Place(unit.code, unit.full_name, unit.valid_from, unit.province_code)],
        people=VILLAGERS,
        numbers=Numbers(37, taken=_numbers_given()),
        today=today,
        seed=37,
        books_since=BOOKS_SINCE,
    )
    for _place, village in told:
        filled = Filled()
        filled.fill(
            village,
            organization_id=office.organization_id,
            source=BOOK.code,
            keepers=keepers,
            at=at,
        )
        assert not filled.refusals, filled.refusals[:3]  # noqa: S101 - a story that does not fit is a fault of ours


def _numbers_given() -> set[str]:
    given = Person.objects.exclude(personal_number=None)
    return {number or "" for number in given.values_list("personal_number", flat=True)}


def _appoint_registrar(office: Office, at: datetime) -> None:
    appoint_officer(
        account_id=office.clerk.account_id or 0,
        role="registrar",
        organization_id=office.organization_id,
        valid_from=FOUNDED,
        actor=SYSTEM,
        at=at,
    )


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
        ),
        keeper_id=keeper.organization_id,
        basis=BOOK,
        actor=SYSTEM,
        at=at,
    )
