"""A commune with two registrars, and entries of its books; all by real actions."""

from datetime import date, datetime

from django.test import Client

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    Unit,
    create_organization,
)
from nentang.foundation.registers.public import Basis, BasisKind
from nentang.government.civil_status import actions
from nentang.government.civil_status.models import (
    BirthEntry,
    CivilEntry,
    DeathEntry,
    MarriageEntry,
    PaperBook,
)
from nentang.government.population.public import Citizen, CitizenFacts, enter_citizen
from nentang.government.services import actions as services
from nentang.kernel.frozen import Frozen
from tests.foundation.casework.factories import make_officer
from tests.foundation.organizations.factories import make_unit
from tests.government.services.factories import (
    Office,
    make_applicant,
    make_dossier,
)

WIFE, HUSBAND = "037194000001", "037088000002"


class Books(Frozen):
    """A commune whose books two registrars write; clerk and leader of its counter; a stranger elsewhere."""

    body: Organization
    other: Organization
    registrar: Actor
    second: Actor
    clerk: Actor
    leader: Actor
    stranger: Actor

    @property
    def office(self) -> Office:
        """Body, clerk and leader."""
        return Office(self.body, self.clerk, self.leader)


def make_books(*, at: datetime) -> Books:
    """The commune with its people, in a province whose code stands in personal numbers."""
    province = make_unit("37", "Tỉnh Mẫu")
    district = make_unit("371", "Huyện Mẫu", parent=province)
    body = _committee("xã Mẫu", "H42.15.37", make_unit("37101", "Xã Mẫu", parent=district), at)
    other = _committee("xã Thử", "H42.15.38", make_unit("37102", "Xã Thử", parent=district), at)
    return Books(
        body=body,
        other=other,
        registrar=make_officer(body, "registrar", at=at),
        second=make_officer(body, "registrar", at=at),
        clerk=make_officer(body, "clerk", at=at),
        leader=make_officer(body, "leader", at=at),
        stranger=make_officer(other, "registrar", at=at),
    )


def _committee(place: str, code: str, unit: Unit, at: datetime) -> Organization:
    return create_organization(
        name=f"Ủy ban nhân dân {place}",
        kind=OrganizationKind.PEOPLES_COMMITTEE,
        level=OrganizationLevel.COMMUNE,
        code=code,
        unit_code=unit.code,
        valid_from=date(2010, 1, 1),
        actor=SYSTEM,
        at=at,
    )


def birth_typed(**others: str) -> dict[str, str]:
    """A child born on 1 December 2020."""
    return {
        "full_name": "Lê An Nháp",
        "sex": "female",
        "birth": "1/12/2020",
        "birth_place": "Trạm y tế xã Mẫu",
        "ethnicity": "Kinh",
        "nationality": "Việt Nam",
        "mother_name": "Lê Thị Mẫu",
        "mother_birth": "1987",
    } | others


def marriage_typed(**others: str) -> dict[str, str]:
    """Two who are old enough and nobody's kin."""
    return {
        "wife_name": "Lê Thị Mẫu",
        "wife_birth": "8/3/1994",
        "husband_name": "Bùi Văn Thử",
        "husband_birth": "1988",
    } | others


def death_typed(**others: str) -> dict[str, str]:
    """Somebody who died on 30 November 2020."""
    return {
        "full_name": "Lê Văn Nháp",
        "sex": "male",
        "birth": "1940",
        "died": "30/11/2020",
    } | others


def make_birth(books: Books, at: datetime, **others: str) -> BirthEntry:
    """A birth of that commune."""
    entry = enter(books, "births", birth_typed(**others), at)
    assert isinstance(entry, BirthEntry)
    return entry


def make_marriage(books: Books, at: datetime, **others: str) -> MarriageEntry:
    """A marriage of that commune."""
    entry = enter(books, "marriages", marriage_typed(**others), at)
    assert isinstance(entry, MarriageEntry)
    return entry


def make_death(books: Books, at: datetime, **others: str) -> DeathEntry:
    """A death of that commune."""
    entry = enter(books, "deaths", death_typed(**others), at)
    assert isinstance(entry, DeathEntry)
    return entry


def enter(books: Books, kind: str, typed: dict[str, str], at: datetime) -> CivilEntry:
    """An entry that the registrar types."""
    return actions.enter_by_hand(
        kind=kind, typed=typed, organization_id=books.body.pk, actor=books.registrar, at=at
    )


def make_paper_book(books: Books, at: datetime, *, lines: int = 3) -> PaperBook:
    """Volume 1 of the births of 2010."""
    return actions.open_paper_book(
        kind="births",
        year=2010,
        volume=1,
        first=1,
        lines=lines,
        organization_id=books.body.pk,
        actor=books.registrar,
        at=at,
    )


def old_birth_typed(**others: str) -> dict[str, str]:
    """A line of that volume as somebody reads it."""
    return {
        "registered_on": "7/12/2010",
        "full_name": "Lê Thị Cũ",
        "sex": "nữ",
        "birth": "1/12/2010",
    } | others


def birth_dossier(books: Books, at: datetime) -> str:
    """The code of a birth dossier that the clerk has received."""
    citizen = make_applicant(at=at)
    code = make_dossier(office=books.office, applicant=citizen, at=at).code
    services.receive_dossier(code=code, actor=books.clerk, at=at)
    return code


def grant(books: Books, code: str, at: datetime) -> None:
    """Proposed by the clerk, granted by the leader."""
    services.propose_decision(code=code, note="", actor=books.clerk, at=at)
    services.grant_dossier(code=code, actor=books.leader, at=at)


def sign_in(actor: Actor) -> Client:
    """A browser in which the actor is signed in."""
    client = Client()
    client.post("/dang-nhap/thu/", {"account": actor.account_id})
    return client


def make_known(books: Books, number: str, at: datetime) -> Citizen:
    """Lê Thị Mẫu, born on 8 March 1994, in the population register under that number."""
    return enter_citizen(
        number=number,
        facts=CitizenFacts(
            full_name="Lê Thị Mẫu", sex="female", birth_on=date(1994, 3, 8), birth_year=1994
        ),
        keeper_id=books.body.pk,
        basis=Basis(BasisKind.BOOK, "Sổ mẫu"),
        actor=books.registrar,
        at=at,
    )
