"""The demo's books agree with the population register."""

from datetime import date, datetime

import pytest

from nentang.config.demo.civil_status import begin_paper_book, write_books
from nentang.config.demo.stage import Office
from nentang.foundation.organizations.public import unit_as_of
from nentang.foundation.registers.public import Basis, BasisKind
from nentang.government.civil_status.models import BirthEntry, BirthFacts, MarriageEntry
from nentang.government.civil_status.queries import parents_of, progress_of
from nentang.government.population.public import (
    CitizenFacts,
    Home,
    enter_citizen,
    register_residence,
)

from .factories import HUSBAND, WIFE, Books, make_books, make_known

pytestmark = pytest.mark.django_db
BOOK = Basis(BasisKind.BOOK, "Sổ mẫu")


def _family(books: Books, at: datetime) -> None:
    """A couple with two children who live in the commune."""
    make_known(books, WIFE, at)
    father = CitizenFacts(
        full_name="Bùi Văn Thử", sex="male", birth_on=date(1988, 10, 2), birth_year=1988
    )
    by = {"keeper_id": books.body.pk, "basis": BOOK, "actor": books.registrar, "at": at}
    enter_citizen(number=HUSBAND, facts=father, **by)
    for number, name, year in (
        ("037318000001", "Bùi An", 2018),
        ("037320000001", "Bùi Bình", 2020),
    ):
        child = CitizenFacts(
            full_name=f"{name} Nháp",
            sex="female",
            birth_on=date(year, 2, 1),
            birth_year=year,
            mother_number=WIFE,
            father_number=HUSBAND,
        )
        register_residence(
            citizen=enter_citizen(number=number, facts=child, **by),
            home=Home("37101", "Thôn Nháp"),
            valid_from=date(year, 3, 1),
            basis=BOOK,
            actor=books.registrar,
            at=at,
        )


def test_children_of_the_commune_and_their_parents_stand_in_the_books(at: datetime) -> None:
    books = make_books(at=at)
    _family(books, at)
    commune = Office(
        books.body.pk, unit_as_of("37101", date(2020, 1, 1)), books.clerk, books.leader
    )

    write_books(commune, at=at)

    assert sorted(BirthEntry.objects.values_list("code", flat=True)) == [
        "KS-37101-2018-01-0001",
        "KS-37101-2020-01-0001",
    ]
    assert MarriageEntry.objects.get().year == 2016
    assert BirthFacts.objects.filter(mother_number=WIFE, father_number=HUSBAND).count() == 2
    assert set(parents_of(["037318000001"])["037318000001"]) == {WIFE, HUSBAND}
    progress = progress_of(begin_paper_book(commune, at=at))
    assert (progress.entered, progress.different, progress.typed, progress.unreadable) == (
        *(1, 1, 1, 1),
    )
