"""Civil status books of the commune here: entries of each kind that can end, and a paper book with its lines."""

from datetime import date, datetime
from typing import Any

from nentang.agreements.actor import Actor
from nentang.government.civil_status.actions import end_marriage, type_line
from nentang.government.civil_status.actions._read import facts_from
from nentang.government.civil_status.actions.enter_by_hand import Past
from nentang.government.civil_status.enums import Standing
from nentang.government.civil_status.models import MarriageEntry, PaperBook
from nentang.kernel.clock import legal_day
from tests.attacks.world import World
from tests.government.civil_status.factories import (
    Books,
    birth_typed,
    enter,
    make_birth,
    make_marriage,
    make_paper_book,
    old_birth_typed,
)
from tests.government.population.factories import BOOK

from .lot import Lot

CHILD, LATER_CHILD = "001320999911", "001320999912"
GUARDIANSHIP = {"ward_name": "Lê An Nháp", "guardian_name": "Lê Thị Mẫu", "guardian_birth": "1960"}


def books(world: World, masters: dict[str, Actor], at: datetime) -> Lot:
    """Written by the registrars here, who alone may."""
    shelf = Books(
        body=world.here.body,
        other=world.elsewhere.body,
        registrar=masters["here"],
        second=masters["colleague"],
        clerk=world.here.clerk,
        leader=world.here.leader,
        stranger=masters["elsewhere"],
    )
    paper = _paper(shelf, at)
    birth = make_birth(shelf, at, personal_number=CHILD, mother_name=world.mother.words[0])
    values = {**_entries(shelf, at), **_typed(world, at), **_lines(paper)}
    values |= {"entry": [birth], "civil_status.issue_extract.code": [birth.code]}
    places = {
        "": {"register": "births", "record_code": birth.code},
        "ho-tich/": {"kind": "births", "number": paper.pk},
        "ho-tich/viec/": {"code": birth.code},
    }
    return Lot(values, places=places)


def _entries(shelf: Books, at: datetime) -> dict[str, list[Any]]:
    """A marriage that holds and one that does not any more, a guardianship."""
    married, divorced = make_marriage(shelf, at), make_marriage(shelf, at, wife_birth="9/3/1994")
    _divorce(divorced, shelf.registrar, at)
    return {
        "civil_status.end_marriage.entry": [married, divorced],
        "civil_status.end_marriage.state": [Standing.DIVORCED],
        "civil_status.end_guardianship.entry": [enter(shelf, "guardianships", GUARDIANSHIP, at)],
        "ended_on": [legal_day(at)],
        "decision": ["Bản án 12/2020/HNGĐ-ST"],
    }


def _divorce(marriage: MarriageEntry, registrar: Actor, at: datetime) -> None:
    end_marriage(
        entry=marriage,
        state=Standing.DIVORCED,
        ended_on=legal_day(at),
        decision="Bản án 11/2020/HNGĐ-ST",
        actor=registrar,
        at=at,
    )


def _typed(world: World, at: datetime) -> dict[str, list[Any]]:
    """What is written into a book, by hand, out of a dossier, out of a table."""
    typed = birth_typed(full_name="Lê Bình Nháp", personal_number=LATER_CHILD)
    row = typed | {"number": "7", "volume": "1", "registered_on": "2010-12-07"}
    return {
        "civil_status.basis": [BOOK],
        "civil_status.kind": ["births"],
        "civil_status.code": list(world.mother.dossiers),
        "civil_status.dossier_code": ["", world.mother.dossiers[0]],
        "civil_status.facts": [facts_from("births", typed)],
        "civil_status.values": [row],
        "registered_on": [legal_day(at)],
        "past": [None, Past(7, 1, date(2010, 12, 7))],
        "typed": [typed],
    }


def _lines(paper: PaperBook) -> dict[str, list[Any]]:
    return {
        "book": [paper],
        "civil_status.number": [1, 2, 3],
        "civil_status.type_line.typed": [old_birth_typed()],
        "civil_status.settle_line.typed": [old_birth_typed()],
        "year": [2011],
        "volume": [1],
        "first": [1],
        "lines": [3],
    }


def _paper(shelf: Books, at: datetime) -> PaperBook:
    """Three lines: typed once, typed twice in two ways, not typed."""
    paper = make_paper_book(shelf, at)
    for number, actor, name in (
        (1, shelf.registrar, "Lê Thị Cũ"),
        (2, shelf.registrar, "Lê Thị Cũ"),
        (2, shelf.second, "Lê Thị Cú"),
    ):
        type_line(
            book=paper, number=number, typed=old_birth_typed(full_name=name), actor=actor, at=at
        )
    return paper
