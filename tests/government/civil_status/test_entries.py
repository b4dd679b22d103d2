"""Entries: their numbers, what follows from them, what is refused."""

from datetime import date, datetime, timedelta

import pytest

from nentang.agreements.actor import SYSTEM
from nentang.foundation.organizations.public import succeed_organization
from nentang.foundation.registers.public import Act, NotYourRegister, version_on
from nentang.government.civil_status import actions
from nentang.government.civil_status.enums import Remark, Standing
from nentang.government.civil_status.errors import (
    EntryRefused,
    EntryUnreadable,
    NothingChanged,
    NotMarried,
    NumberUsed,
)
from nentang.government.civil_status.models import (
    BirthEntry,
    BirthFacts,
    BookCounter,
    MarriageFacts,
    MarriageStanding,
)
from nentang.government.civil_status.queries import (
    facts_of,
    look_before,
    marriages_of,
    notes_of,
    parents_of,
    people_of,
    words_of,
)
from nentang.government.population.public import (
    LifeState,
    find_citizen,
    identity_on,
    life_on,
)

from .factories import (
    HUSBAND,
    WIFE,
    Books,
    birth_typed,
    enter,
    make_birth,
    make_books,
    make_death,
    make_known,
    make_marriage,
    marriage_typed,
)

pytestmark = pytest.mark.django_db
TODAY = date(2020, 12, 7)
YEAR = timedelta(days=365)


@pytest.fixture
def books(at: datetime) -> Books:
    return make_books(at=at)


def _birth_facts(entry: BirthEntry) -> BirthFacts:
    facts = facts_of(entry)
    assert isinstance(facts, BirthFacts)
    return facts


def test_a_birth_gets_a_number_of_the_book_and_makes_a_citizen(books: Books, at: datetime) -> None:
    entry = make_birth(books, at, mother_number=WIFE)

    facts = _birth_facts(entry)
    assert entry.code == "KS-37101-2020-01-0001"
    assert entry.shown_number == "01/2020"
    assert facts.birth == "2020-12-01"
    assert facts.personal_number.startswith("037320")
    citizen = find_citizen(facts.personal_number)
    assert citizen is not None
    who = identity_on(citizen, TODAY)
    assert who is not None
    assert (who.full_name, who.birth_on) == ("Lê An Nháp", date(2020, 12, 1))
    assert who.mother_number == WIFE
    assert people_of(entry) == [citizen.person_id]
    assert parents_of([facts.personal_number]) == {facts.personal_number: (WIFE,)}


def test_numbers_run_by_book_and_begin_anew_with_the_year(books: Books, at: datetime) -> None:
    first, second = make_birth(books, at), make_birth(books, at, full_name="Lê Bình Nháp")
    marriage = make_marriage(books, at)
    next_year = make_birth(books, at + timedelta(days=30), full_name="Lê Chi Nháp")

    assert [first.number, second.number, marriage.number, next_year.number] == [1, 2, 1, 1]
    assert next_year.shown_number == "01/2021"


def test_the_next_volume_begins_where_one_is_full(books: Books, at: datetime) -> None:
    BookCounter.objects.create(kind="births", unit_code="37101", year=2020, last=199)

    last, first = make_birth(books, at), make_birth(books, at, full_name="Lê Bình Nháp")

    assert [(each.volume, each.number) for each in (last, first)] == [(1, 200), (2, 201)]


def test_a_refused_entry_uses_no_number(books: Books, at: datetime) -> None:
    with pytest.raises(EntryRefused) as refused:
        make_birth(books, at, birth="8/12/2020")
    assert "Xem lại ngày" in refused.value.sentence

    assert make_birth(books, at).number == 1


def test_a_late_birth_is_written_and_called_late(books: Books, at: datetime) -> None:
    facts = actions.facts_from("births", birth_typed(birth="1/9/2020"))
    remarks = look_before(facts, TODAY)

    late = next(each for each in remarks if each.remark is Remark.LATE)
    assert words_of(late) == "Đăng ký quá hạn 37 ngày; vẫn đăng ký."
    assert late.citation == "Điều 15, Luật Hộ tịch 60/2014/QH13"
    assert not late.is_refusal
    assert make_birth(books, at, birth="1/9/2020").number == 1


def test_only_who_keeps_the_books_of_a_body_writes_them(books: Books, at: datetime) -> None:
    for actor in (books.stranger, books.clerk, books.leader):
        with pytest.raises(NotYourRegister):
            actions.enter_by_hand(
                kind="births",
                typed=birth_typed(),
                organization_id=books.body.pk,
                actor=actor,
                at=at,
            )
    assert not BirthEntry.objects.exists()


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("birth", "31/2/2020"),
        ("birth", ""),
        ("sex", "khác"),
        ("personal_number", "12345"),
        ("full_name", "Lê 4n"),
        ("birth_place", "x" * 201),
    ],
)
def test_what_cannot_be_read_is_named(books: Books, at: datetime, column: str, text: str) -> None:
    with pytest.raises(EntryUnreadable) as refused:
        make_birth(books, at, **{column: text})
    assert "Xem lại" in refused.value.sentence


def test_the_same_child_is_not_written_twice(books: Books, at: datetime) -> None:
    number = _birth_facts(make_birth(books, at)).personal_number

    with pytest.raises(EntryRefused) as refused:
        make_birth(books, at, personal_number=number)
    assert "KS-37101-2020-01-0001" in refused.value.sentence


def test_a_death_is_noted_locks_the_birth_and_ends_the_marriage(books: Books, at: datetime) -> None:
    make_known(books, WIFE, at)
    marriage = make_marriage(books, at - YEAR, wife_number=WIFE)
    birth = enter(
        books,
        "births",
        birth_typed(full_name="Lê Thị Mẫu", birth="8/3/1994", personal_number=WIFE),
        at,
    )

    make_death(books, at, full_name="Lê Thị Mẫu", sex="female", birth="1994", personal_number=WIFE)

    citizen = find_citizen(WIFE)
    assert citizen is not None
    assert life_on(citizen, date(2020, 11, 30)) is LifeState.ALIVE
    assert life_on(citizen, date(2020, 12, 1)) is LifeState.DEAD
    birth.refresh_from_db()
    assert birth.locked_for == "Đã đăng ký khai tử"
    standing = version_on(MarriageStanding, marriage, on=TODAY)
    assert standing is not None
    assert standing.state == Standing.WIDOWED
    assert marriages_of(WIFE, TODAY) == []


def test_a_second_death_of_one_person_is_refused(books: Books, at: datetime) -> None:
    number = "037040000001"
    make_death(books, at, personal_number=number)
    with pytest.raises(EntryRefused):
        make_death(books, at, personal_number=number)


def test_who_is_married_does_not_marry_until_divorced(books: Books, at: datetime) -> None:
    first = make_marriage(books, at - YEAR, wife_number=WIFE)

    with pytest.raises(EntryRefused) as refused:
        make_marriage(books, at, wife_number=WIFE)
    assert first.code in refused.value.sentence

    actions.end_marriage(
        entry=first,
        state=Standing.DIVORCED,
        ended_on=date(2020, 6, 1),
        decision="Bản án 12/2020/HNGĐ-ST",
        actor=books.registrar,
        at=at,
    )
    assert make_marriage(books, at, wife_number=WIFE).number == 1
    assert notes_of(first) == ["Đã ly hôn, từ 01/06/2020, Bản án 12/2020/HNGĐ-ST"]


def test_who_divorced_today_may_marry_today_and_who_married_today_may_not_again(
    books: Books, at: datetime
) -> None:
    first = make_marriage(books, at - YEAR, wife_number=WIFE)
    actions.end_marriage(
        entry=first,
        state=Standing.DIVORCED,
        ended_on=TODAY,
        decision="Bản án 1",
        actor=books.registrar,
        at=at,
    )
    make_marriage(books, at, wife_number=WIFE)
    with pytest.raises(EntryRefused):
        make_marriage(books, at, wife_number=WIFE)


def test_a_marriage_ends_once(books: Books, at: datetime) -> None:
    entry = make_marriage(books, at - YEAR)
    by = {"entry": entry, "state": Standing.DIVORCED, "actor": books.registrar, "at": at}
    with pytest.raises(EntryUnreadable):
        actions.end_marriage(ended_on=date(2019, 1, 1), decision="x", **by)
    with pytest.raises(NotYourRegister):
        actions.end_marriage(ended_on=TODAY, decision="x", **(by | {"actor": books.stranger}))
    actions.end_marriage(ended_on=TODAY, decision="Bản án 1", **by)
    with pytest.raises(NotMarried):
        actions.end_marriage(ended_on=TODAY, decision="Bản án 2", **by)
    with pytest.raises(NotYourRegister):
        actions.end_marriage(ended_on=TODAY, decision="Bản án 2", **by | {"actor": books.stranger})


def test_siblings_do_not_marry(books: Books, at: datetime) -> None:
    parents = {"mother_number": "037160000009", "father_number": "037058000009"}
    sister = _birth_facts(make_birth(books, at, birth="1/1/1995", **parents)).personal_number
    brother = _birth_facts(
        make_birth(books, at, full_name="Lê Văn Nháp", sex="male", birth="1/1/1990", **parents)
    ).personal_number

    facts = actions.facts_from(
        "marriages", marriage_typed(wife_number=sister, husband_number=brother)
    )
    remarks = {each.remark for each in look_before(facts, TODAY)}
    assert Remark.RELATED in remarks


def test_two_of_one_sex_and_one_with_themself_do_not_marry(books: Books, at: datetime) -> None:
    same = actions.facts_from("marriages", marriage_typed(wife_number=WIFE, husband_number=WIFE))
    women = actions.facts_from(
        "marriages", marriage_typed(wife_number=WIFE, husband_number="037194000002")
    )
    assert Remark.SAME_PERSON in {each.remark for each in look_before(same, TODAY)}
    assert Remark.SAME_SEX in {each.remark for each in look_before(women, TODAY)}


def test_the_dead_do_not_marry(books: Books, at: datetime) -> None:
    make_known(books, WIFE, at)
    make_death(books, at, full_name="Lê Thị Mẫu", sex="female", birth="1994", personal_number=WIFE)
    facts = actions.facts_from("marriages", marriage_typed(wife_number=WIFE))
    assert Remark.DEAD in {each.remark for each in look_before(facts, TODAY)}


def test_a_recognised_father_stands_on_the_birth_and_in_the_population_register(
    books: Books, at: datetime
) -> None:
    birth = make_birth(books, at)
    number = _birth_facts(birth).personal_number

    enter(
        books,
        "recognitions",
        {
            "parent_kind": "father",
            "parent_name": "Bùi Văn Thử",
            "parent_birth": "1988",
            "parent_number": HUSBAND,
            "child_name": "Lê An Nháp",
            "child_birth": "1/12/2020",
            "child_number": number,
        },
        at,
    )

    citizen = find_citizen(number)
    assert citizen is not None
    who = identity_on(citizen, TODAY)
    assert who is not None
    assert who.father_number == HUSBAND
    assert _birth_facts(birth).father_name == "Bùi Văn Thử"


def test_a_correction_is_an_entry_of_its_own_and_reaches_the_population_register(
    books: Books, at: datetime
) -> None:
    birth = make_birth(books, at)
    number = _birth_facts(birth).personal_number

    changes = actions.change_entry(
        entry=birth,
        typed={"full_name": "Lê Ân Nháp", "hometown": "Xã Thử"},
        act=Act.CORRECTION,
        decision="Quyết định 5/QĐ-UBND",
        actor=books.registrar,
        at=at + timedelta(days=1),
    )

    assert changes.code == "TD-37101-2020-01-0001"
    assert _birth_facts(birth).full_name == "Lê Ân Nháp"
    birth.refresh_from_db()
    assert birth.folded.startswith("le an nhap")
    citizen = find_citizen(number)
    assert citizen is not None
    who = identity_on(citizen, TODAY)
    assert who is not None
    assert (who.full_name, who.hometown) == ("Lê Ân Nháp", "Xã Thử")
    assert "Lê An Nháp → Lê Ân Nháp" in notes_of(birth)[0]


def test_a_change_says_something_else_and_has_a_basis(books: Books, at: datetime) -> None:
    birth = make_birth(books, at)
    by = {"entry": birth, "act": Act.CHANGE, "actor": books.registrar, "at": at}
    with pytest.raises(NothingChanged):
        actions.change_entry(typed={"full_name": "Lê An Nháp"}, decision="QĐ 1", **by)
    with pytest.raises(EntryUnreadable):
        actions.change_entry(typed={"full_name": "Lê Ân"}, decision=" ", **by)
    with pytest.raises(NothingChanged):
        actions.change_entry(typed={"personal_number": WIFE}, decision="QĐ 1", **by)


def test_an_old_entry_keeps_its_number_and_is_entered_once(books: Books, at: datetime) -> None:
    by = {
        "kind": "marriages",
        "organization_id": books.body.pk,
        "actor": books.registrar,
        "at": at,
        "past": actions.Past(number=12, volume=1, registered_on=date(2010, 5, 4)),
    }
    too_young = marriage_typed(wife_birth="1995")
    entry = actions.enter_by_hand(typed=too_young, **by)

    assert entry.code == "KH-37101-2010-01-0012"
    assert actions.enter_by_hand(typed=too_young, **by).pk == entry.pk
    with pytest.raises(NumberUsed):
        actions.enter_by_hand(typed=marriage_typed(wife_name="Lê Thị Khác"), **by)
    facts = facts_of(entry)
    assert isinstance(facts, MarriageFacts)
    assert facts.wife_birth == "1995"


def test_numbers_go_on_behind_those_of_a_paper_book_of_the_same_year(
    books: Books, at: datetime
) -> None:
    actions.enter_by_hand(
        kind="births",
        typed=birth_typed(birth="1/2/2020"),
        organization_id=books.body.pk,
        actor=books.registrar,
        at=at,
        past=actions.Past(number=40, volume=1, registered_on=date(2020, 3, 2)),
    )
    assert make_birth(books, at, full_name="Lê Bình Nháp").number == 41


def test_whoever_takes_over_changes_old_entries_in_books_of_its_own(
    books: Books, at: datetime
) -> None:
    birth = make_birth(books, at)
    succeed_organization(old_id=books.body.pk, new_id=books.other.pk, on=TODAY, actor=SYSTEM, at=at)

    changes = actions.change_entry(
        entry=birth,
        typed={"hometown": "Xã Thử"},
        act=Act.CORRECTION,
        decision="QĐ 1",
        actor=books.stranger,
        at=at,
    )
    paper = actions.issue_extract(
        kind="births", code=birth.code, purpose="Đi học", actor=books.stranger, at=at
    )

    assert changes.code == "TD-37102-2020-01-0001"
    assert (paper.organization_id, paper.number) == (books.other.pk, "01/2020/TL")
    assert paper.data["book"]["body"] == books.body.name


def test_a_guardianship_ends(books: Books, at: datetime) -> None:
    entry = enter(
        books,
        "guardianships",
        {"ward_name": "Lê An Nháp", "guardian_name": "Lê Thị Mẫu", "guardian_birth": "1960"},
        at,
    )
    actions.end_guardianship(
        entry=entry,  # type: ignore[arg-type]
        last_on=TODAY,
        decision="Quyết định 3",
        actor=books.registrar,
        at=at + timedelta(days=3),
    )
    facts = facts_of(entry)
    assert facts is not None
    assert facts.valid_to == date(2020, 12, 8)


def test_a_child_is_nobodys_guardian(books: Books, at: datetime) -> None:
    with pytest.raises(EntryRefused):
        enter(
            books,
            "guardianships",
            {"ward_name": "Lê An", "guardian_name": "Lê Bình", "guardian_birth": "2010"},
            at,
        )
