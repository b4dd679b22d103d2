"""Granted dossiers become entries, once; the child's number is given by the population register."""

from datetime import date, datetime, timedelta

import pytest

from nentang.foundation.audit.public import looks_at_person
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.civil_status import actions
from nentang.government.civil_status.enums import Outcome
from nentang.government.civil_status.errors import DossierNotReady
from nentang.government.civil_status.models import BirthEntry, BirthFacts, DossierEntry, GivenNumber
from nentang.government.civil_status.queries import dossier_entry, facts_of, waiting_dossiers
from nentang.government.population.public import find_citizen
from nentang.government.services import actions as services
from nentang.government.services.errors import DossierNotFound
from nentang.government.services.models import Dossier
from nentang.kernel.errors import DomainError
from tests.government.services.factories import make_applicant, make_dossier

from .factories import Books, birth_dossier, birth_typed, grant, make_birth, make_books, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def books(at: datetime) -> Books:
    return make_books(at=at)


def _facts(entry_code: str) -> BirthFacts:
    facts = facts_of(BirthEntry.objects.get(code=entry_code))
    assert isinstance(facts, BirthFacts)
    return facts


def test_a_granted_birth_is_an_entry_with_the_number_given_at_the_desk(
    books: Books, at: datetime
) -> None:
    code = birth_dossier(books, at)
    number = actions.give_child_number(code=code, actor=books.clerk, at=at)
    grant(books, code, at)
    run_until_quiet(at=at)

    row = dossier_entry(code)
    assert row is not None
    assert (row.outcome, row.entry_code) == (Outcome.ENTERED, "KS-37101-2020-01-0001")
    facts = _facts(row.entry_code)
    assert (facts.full_name, facts.personal_number) == ("Lê An Nháp", number)
    assert (facts.basis_kind, facts.basis) == ("case", code)
    assert facts.mother_number == "001187000001"
    assert facts.declarant_name == "Lê Thị Mẫu"
    assert find_citizen(number) is not None
    assert Dossier.objects.get(code=code).findings == {"child_number": number}


def test_delivered_again_it_stays_one_entry(books: Books, at: datetime) -> None:
    code = birth_dossier(books, at)
    grant(books, code, at)
    for _time in range(3):
        actions.enter_from_dossier(code=code, at=at)
    run_until_quiet(at=at)

    assert BirthEntry.objects.count() == 1
    assert DossierEntry.objects.count() == 1
    assert make_birth(books, at, full_name="Lê Bình Nháp").number == 2


def test_the_applicant_sees_that_the_platform_read_the_dossier(books: Books, at: datetime) -> None:
    code = birth_dossier(books, at)
    grant(books, code, at)
    actions.enter_from_dossier(code=code, at=at)

    person = Dossier.objects.get(code=code).applicant_id
    assert "Ghi Sổ hộ tịch" in [look.purpose for look in looks_at_person(person)]


def test_what_is_not_granted_is_not_entered(books: Books, at: datetime) -> None:
    code = birth_dossier(books, at)
    assert actions.enter_from_dossier(code=code, at=at) is None
    services.propose_decision(code=code, note="", actor=books.clerk, at=at)
    services.refuse_dossier(code=code, reason="Trùng", actor=books.leader, at=at)
    run_until_quiet(at=at)

    assert not BirthEntry.objects.exists()
    assert dossier_entry(code) is None


def test_a_number_is_given_once_and_only_before_the_decision(books: Books, at: datetime) -> None:
    code = birth_dossier(books, at)
    first = actions.give_child_number(code=code, actor=books.clerk, at=at)
    assert actions.give_child_number(code=code, actor=books.clerk, at=at) == first
    assert GivenNumber.objects.get().number == first
    assert first.startswith("037320")

    grant(books, code, at)
    with pytest.raises(DossierNotReady):
        actions.give_child_number(code=code, actor=books.clerk, at=at)


def test_a_stranger_gives_no_number_and_checks_no_dossier(books: Books, at: datetime) -> None:
    code = birth_dossier(books, at)
    for act in (actions.give_child_number, actions.check_dossier):
        with pytest.raises(DomainError):
            act(code=code, actor=books.stranger, at=at)
    assert not GivenNumber.objects.exists()


def test_who_applies_does_not_look_into_registers_by_way_of_the_own_dossier(
    books: Books, at: datetime
) -> None:
    citizen = make_applicant(at=at)
    code = make_dossier(office=books.office, applicant=citizen, at=at).code
    for act in (actions.give_child_number, actions.check_dossier):
        with pytest.raises(DossierNotFound):
            act(code=code, actor=citizen, at=at)


def test_what_is_refused_waits_for_an_officer_and_leaves_nothing_half_done(
    books: Books, at: datetime
) -> None:
    """The number typed by the office belongs to somebody else: 2020 boys, not girls."""
    code = birth_dossier(books, at)
    services.record_findings(
        code=code, findings={"child_number": "037220000001"}, actor=books.clerk, at=at
    )
    grant(books, code, at)
    run_until_quiet(at=at)

    row = waiting_dossiers([books.body.pk])[0]
    assert row.dossier_code == code
    assert "Số định danh không khớp" in row.reasons[0]
    assert not BirthEntry.objects.exists()
    assert find_citizen("037220000001") is None

    entry = actions.enter_by_hand(
        kind="births",
        typed=birth_typed(),
        organization_id=books.body.pk,
        actor=books.registrar,
        at=at + timedelta(days=40),
        dossier_code=code,
    )
    row.refresh_from_db()
    assert (entry.number, entry.registered_on) == (1, date(2020, 12, 7))
    assert (row.outcome, row.entry_code) == (Outcome.ENTERED, entry.code)
    with pytest.raises(DossierNotReady):
        actions.enter_by_hand(
            kind="births",
            typed=birth_typed(full_name="Lê Bình"),
            organization_id=books.body.pk,
            actor=books.registrar,
            at=at,
            dossier_code=code,
        )


def test_the_desk_gives_the_number_with_a_button_and_shows_the_entry(
    books: Books, at: datetime
) -> None:
    code = birth_dossier(books, at)
    desk = sign_in(books.clerk)
    assert "Cấp số định danh cho bé" in desk.get(f"/mot-cua/ho-so/{code}/").content.decode()

    answer = desk.post(f"/ho-tich/ho-so/{code}/cap-so/")
    page = desk.get(answer["Location"]).content.decode()
    number = GivenNumber.objects.get().number
    assert f"Số định danh đã cấp cho bé: {number}" in page
    assert f'value="{number}"' in page

    check = desk.get(f"/ho-tich/ho-so/{code}/").content.decode()
    assert "Không thấy điều gì ngăn cản" in check
    grant(books, code, at)
    run_until_quiet(at=at)
    assert "KS-37101-2020-01-0001" in desk.get(f"/mot-cua/ho-so/{code}/").content.decode()
