"""What the law no longer lets us keep goes: not too early, not too late, once."""

from datetime import UTC, date, datetime, timedelta

import pytest
from pytest_django import Settings

from nentang.agreements.actor import SYSTEM, Actor
from nentang.agreements.cashier import PaymentOrder, cashier
from nentang.economy.payments.models import PaymentRequest
from nentang.foundation.audit.models import Record
from nentang.foundation.audit.public import seal, verify
from nentang.foundation.casework.models import Case
from nentang.foundation.documents.models import StoredFile
from nentang.foundation.documents.public import store_file
from nentang.foundation.forms.public import start_draft
from nentang.foundation.identity.models import Mandate, Person
from nentang.foundation.notifications.models import Message
from nentang.foundation.notifications.public import notify
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.catalogue.public import bundle_on
from nentang.government.services.actions import withdraw_dossier
from nentang.government.services.models import Dossier, DossierPaper
from nentang.kernel import clock
from nentang.kernel.clock import legal_day
from nentang.trust.personal_data.actions import erase_expired_data, lift_hold, place_hold
from nentang.trust.personal_data.adapters.erasing import chores_on, due_rows, erase
from nentang.trust.personal_data.errors import (
    CaseNotFound,
    HeldAlready,
    HoldIncomplete,
    HoldNotFound,
    NotInCharge,
)
from nentang.trust.personal_data.models import RetentionRun
from nentang.trust.personal_data.queries import due_now
from tests.foundation.identity.factories import make_mandate, make_person
from tests.government.services.factories import (
    PIXEL,
    Office,
    make_applicant,
    make_dossier,
    make_office,
    make_officer,
    sign_in,
)

pytestmark = pytest.mark.django_db
TEN_YEARS = timedelta(days=3650)


def closed_dossier(office: Office, mother: Actor, at: datetime) -> Dossier:
    """A dossier that its applicant withdrew at once."""
    dossier = make_dossier(office=office, applicant=mother, at=at)
    withdraw_dossier(code=dossier.code, reason="nhầm", actor=mother, at=at)
    run_until_quiet(at=at)
    return Dossier.objects.get(pk=dossier.pk)


def test_a_dossier_is_forgotten_ten_years_after_it_was_closed(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    dossier = closed_dossier(office, mother, at)
    proof = DossierPaper.objects.get(dossier=dossier).file

    erase_expired_data(at=at + TEN_YEARS - timedelta(seconds=1))
    dossier.refresh_from_db()
    assert dossier.answers
    assert dossier.applicant_id == mother.person_id

    run = erase_expired_data(at=at + TEN_YEARS)
    dossier.refresh_from_db()
    case = Case.objects.get(pk=dossier.case_id)
    assert dossier.answers == {}
    assert dossier.applicant.full_name == "Người đã xóa tên theo thời hạn"
    assert (case.applicant_id, case.applicant_name) == (None, "")
    assert case.folded == dossier.code.lower()
    assert case.state == "withdrawn"
    assert not DossierPaper.objects.filter(dossier=dossier).exists()
    assert not StoredFile.objects.filter(pk=proof.pk).exists()
    assert run.counts["services.Dossier:answers,findings,applicant"] == 1
    assert run.ended_at


def test_an_erased_dossier_still_opens_at_the_desk_and_names_nobody(
    at: datetime, settings: Settings
) -> None:
    settings.DEMO = True
    office, mother = make_office(at=at), make_applicant(at=at)
    dossier = closed_dossier(office, mother, at)
    erase_expired_data(at=at + TEN_YEARS)
    clock.use(lambda: at + TEN_YEARS)

    page = sign_in(office.clerk).get(f"/mot-cua/ho-so/{dossier.code}/")

    assert page.status_code == 200
    assert "Người đã xóa tên theo thời hạn" in page.content.decode()
    assert "Lê An Nháp" not in page.content.decode()


def test_a_second_run_finds_nothing(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    closed_dossier(office, mother, at)
    later = at + TEN_YEARS

    assert erase_expired_data(at=later).counts
    assert erase_expired_data(at=later).counts == {}
    assert not RetentionRun.objects.filter(ended_at=None).exists()
    assert sum(each.rows for each in due_now(later)) == 0


def test_an_open_dossier_is_kept_however_old(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    dossier = make_dossier(office=office, applicant=mother, at=at)

    erase_expired_data(at=at + 3 * TEN_YEARS)

    dossier.refresh_from_db()
    assert dossier.answers
    assert dossier.papers.count() == 1


def test_audit_stays_whole_and_facts_count_what_went(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    closed_dossier(office, mother, at)
    seal(at=at)
    before = list(Record.objects.order_by("pk").values_list("pk", "actor_name", "person_id"))

    erase_expired_data(at=at + TEN_YEARS)
    seal(at=at + TEN_YEARS)

    after = list(Record.objects.order_by("pk").values_list("pk", "actor_name", "person_id"))
    assert after[: len(before)] == before
    assert verify().holds
    said = Record.objects.filter(action="personal_data.erase_expired_data")
    assert {row.details["what"] for row in said} >= {"services.Dossier:answers,findings,applicant"}
    assert not [row for row in said if row.person_id]


def test_messages_and_sign_ins_go_after_a_year(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    closed_dossier(office, mother, at)
    assert not Message.objects.filter(person=mother.person_id).exists()
    notify(
        template="services.receive",
        person_id=mother.person_id or 0,
        context={"code": "1"},
        at=at,
    )

    erase_expired_data(at=at + timedelta(days=364))
    assert Message.objects.filter(person=mother.person_id).count() == 1
    erase_expired_data(at=at + timedelta(days=365))
    assert Message.objects.filter(person=mother.person_id).count() == 0


def test_the_dry_run_tells_what_would_go_and_changes_nothing(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    dossier = closed_dossier(office, mother, at)

    people = Person.objects.count()

    due = {each.field: each for each in due_now(at + TEN_YEARS)}

    assert Person.objects.count() == people
    assert due["services.Dossier.answers"].rows == 1
    assert due["services.Dossier.answers"].days == 3650
    assert not due["services.Dossier.answers"].verified
    assert Dossier.objects.get(pk=dossier.pk).answers


def test_a_hold_suspends_erasure_until_its_day(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    dossier = closed_dossier(office, mother, at)
    guard = make_officer(office.body, "data_protection", at=at)
    end = legal_day(at + TEN_YEARS + timedelta(days=30))
    place_hold(case_code=dossier.code, reason="Đang khiếu nại", until_on=end, actor=guard, at=at)

    erase_expired_data(at=at + TEN_YEARS)
    assert Dossier.objects.get(pk=dossier.pk).answers
    assert Case.objects.get(pk=dossier.case_id).applicant_id
    assert DossierPaper.objects.filter(dossier=dossier).exists()

    erase_expired_data(at=at + TEN_YEARS + timedelta(days=30))
    assert Dossier.objects.get(pk=dossier.pk).answers == {}


def test_a_lifted_hold_keeps_nothing(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    dossier = closed_dossier(office, mother, at)
    guard = make_officer(office.body, "data_protection", at=at)
    hold = place_hold(
        case_code=dossier.code,
        reason="Đang khiếu nại",
        until_on=date(2050, 1, 1),
        actor=guard,
        at=at,
    )
    with pytest.raises(HeldAlready):
        place_hold(
            case_code=dossier.code,
            reason="Nữa",
            until_on=date(2050, 1, 1),
            actor=guard,
            at=at,
        )

    lift_hold(hold_id=hold.pk, actor=guard, at=at)
    erase_expired_data(at=at + TEN_YEARS)

    assert Dossier.objects.get(pk=dossier.pk).answers == {}
    with pytest.raises(HoldNotFound):
        lift_hold(hold_id=hold.pk, actor=guard, at=at)


def test_only_who_answers_for_personal_data_there_holds_and_says_why(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    dossier = closed_dossier(office, mother, at)
    guard = make_officer(office.body, "data_protection", at=at)
    day = date(2050, 1, 1)

    with pytest.raises(NotInCharge):
        place_hold(case_code=dossier.code, reason="x", until_on=day, actor=office.leader, at=at)
    with pytest.raises(CaseNotFound):
        place_hold(case_code="không có", reason="x", until_on=day, actor=guard, at=at)
    with pytest.raises(HoldIncomplete):
        place_hold(case_code=dossier.code, reason=" ", until_on=day, actor=guard, at=at)
    with pytest.raises(HoldIncomplete):
        place_hold(case_code=dossier.code, reason="x", until_on=legal_day(at), actor=guard, at=at)


def test_uploads_that_nobody_handed_in_go_but_not_those_of_a_living_draft(at: datetime) -> None:
    make_office(at=at)
    mother = make_applicant(at=at)
    lone = store_file(content=PIXEL, filename="le-loi.png", actor=mother, at=at)
    kept = store_file(content=PIXEL, filename="dang-dung.png", actor=mother, at=at)
    late = at + timedelta(days=60)
    draft = start_draft(
        form=bundle_on("1.001193", legal_day(at)).form,
        subject_key="thử",
        person_id=mother.person_id or 0,
        actor=mother,
        at=late,
    )
    type(draft).objects.filter(pk=draft.pk).update(answers={"birth_proof": [kept.pk]})

    erase_expired_data(at=at + timedelta(days=89))
    assert StoredFile.objects.filter(pk__in=[lone.pk, kept.pk]).count() == 2
    erase_expired_data(at=at + timedelta(days=90))
    assert list(StoredFile.objects.values_list("pk", flat=True)) == [kept.pk]
    erase_expired_data(at=late + timedelta(days=90))
    assert not StoredFile.objects.exists()


def test_what_a_mandate_rests_on_goes_ten_years_after_its_end(at: datetime) -> None:
    agent, child = make_person(at=at), make_person(at=at)
    ended = make_mandate(at=at, agent=agent, principal=child, valid_to=date(2021, 6, 1))
    lasting = make_mandate(at=at, agent=agent, principal=child)
    end = datetime(2021, 6, 1, tzinfo=UTC)

    erase_expired_data(at=end + TEN_YEARS - timedelta(hours=1))
    assert Mandate.objects.filter(basis="").count() == 0
    erase_expired_data(at=end + TEN_YEARS + timedelta(hours=1))

    assert list(Mandate.objects.filter(basis="")) == [ended]
    assert Mandate.objects.get(pk=lasting.pk).basis


def test_who_paid_is_forgotten_and_the_books_stay(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    order = PaymentOrder("HS-1", 8000, office.body.pk, mother.person_id, "Bản sao trích lục")
    cashier().request_payment(order=order, actor=mother, at=at)
    kept = PaymentRequest.objects.get()

    erase_expired_data(at=kept.expires_at + TEN_YEARS - timedelta(seconds=1))
    assert PaymentRequest.objects.get().payer_id == mother.person_id
    erase_expired_data(at=kept.expires_at + TEN_YEARS)

    kept = PaymentRequest.objects.get()
    assert (kept.payer_id, kept.amount, kept.reference) == (None, 8000, "HS-1")


def test_every_erasure_can_be_carried_out_here(at: datetime) -> None:
    """Each statement is one that this database takes, also where nothing is due."""
    chores = list(chores_on(legal_day(at)))

    assert {chore.holding.label for chore in chores} >= {"services.Rating", "queue.Ticket"}
    for chore in chores:
        assert erase(chore, due_rows(chore, at=at, day=legal_day(at)), at=at) == (0, [])


def test_the_system_may_hold_too(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    dossier = closed_dossier(office, mother, at)

    hold = place_hold(
        case_code=dossier.code,
        reason="Toà án yêu cầu",
        until_on=date(2050, 1, 1),
        actor=SYSTEM,
        at=at,
    )

    assert hold.placed_by_id is None
