"""A dossier from the applicant's phone to the signed result, through the real actions."""

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from nentang.agreements.cashier import PaymentState, cashier
from nentang.foundation.casework.public import holders, working_minutes
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.services import actions
from nentang.government.services.enums import Channel
from nentang.government.services.errors import (
    AssuranceTooLow,
    DossierNotFound,
    NotYourDesk,
    ReasonMissing,
    ResultNotReady,
    SupplementAlreadyAsked,
)
from nentang.government.services.models import Dossier, Rating
from nentang.government.services.queries import find_dossier, slips_of
from nentang.kernel.errors import Conflict, Invalid

from .factories import make_applicant, make_dossier, make_office

pytestmark = pytest.mark.django_db


def state(code: str) -> str:
    return find_dossier(code).case.state


def minutes(at: datetime, number: int) -> datetime:
    return at + timedelta(minutes=number)


def test_a_birth_is_registered_signed_and_delivered_the_same_morning(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)

    code = make_dossier(office=office, applicant=mother, at=at).code
    actions.receive_dossier(code=code, actor=office.clerk, at=minutes(at, 5))
    actions.propose_decision(code=code, actor=office.clerk, at=minutes(at, 15))
    actions.grant_dossier(code=code, actor=office.leader, at=minutes(at, 30))
    run_until_quiet(at=minutes(at, 31))

    dossier = find_dossier(code)
    assert code == "000.37.15.H42-201207-0001" or code.endswith("-201207-0001")
    assert dossier.case.state == "returned"
    assert dossier.result is not None
    assert dossier.result.state == "signed"
    assert [(slip.form, slip.document.state) for slip in slips_of(dossier)] == [("01", "signed")]
    spent = holders(dossier.case, at=minutes(at, 31))
    assert sum(each.minutes for each in spent) == working_minutes(at, minutes(at, 31))


def test_an_extract_waits_for_its_fee_and_goes_on_when_it_is_paid(at: datetime) -> None:
    office, citizen = make_office(at=at), make_applicant(at=at)
    code = make_dossier(office=office, applicant=citizen, at=at, procedure="2.000635").code

    actions.receive_dossier(code=code, actor=office.clerk, at=minutes(at, 5))
    waiting = state(code)
    cashier().record_cash(reference=code, actor=office.clerk, at=minutes(at, 20))
    run_until_quiet(at=minutes(at, 21))

    assert waiting == "financial"
    assert state(code) == "processing"
    request = cashier().find_payment(reference=code)
    assert request is not None
    assert (request.amount, request.state) == (16_000, PaymentState.PAID)


def test_the_clock_stands_still_while_the_applicant_is_asked(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    code = make_dossier(office=office, applicant=mother, at=at).code
    actions.receive_dossier(code=code, actor=office.clerk, at=at)
    due = find_dossier(code).case.due_at

    actions.ask_supplement(code=code, items="Chụp lại rõ hơn", actor=office.clerk, at=at)
    actions.answer_supplement(
        code=code, answer="Đã chụp lại", file_ids=[], actor=mother, at=at + timedelta(days=1)
    )

    assert due is not None
    assert find_dossier(code).case.due_at == due + timedelta(days=1)


def test_supplements_are_asked_once(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    code = make_dossier(office=office, applicant=mother, at=at).code
    actions.ask_supplement(code=code, items="Thiếu trang 2", actor=office.clerk, at=at)
    actions.answer_supplement(code=code, answer="Đây", file_ids=[], actor=mother, at=at)

    with pytest.raises(SupplementAlreadyAsked):
        actions.ask_supplement(code=code, items="Thiếu trang 3", actor=office.clerk, at=at)

    assert state(code) == "registered"


def test_what_was_supplemented_before_its_receipt_is_received_with_a_due_time(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    code = make_dossier(office=office, applicant=mother, at=at).code
    actions.ask_supplement(code=code, items="Thiếu trang 2", actor=office.clerk, at=at)
    actions.answer_supplement(code=code, answer="Đây", file_ids=[], actor=mother, at=at)
    waiting = find_dossier(code).case.due_at

    actions.receive_dossier(code=code, actor=office.clerk, at=at)

    assert waiting is None
    assert find_dossier(code).case.due_at is not None


def test_the_same_key_makes_one_dossier(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)

    first = make_dossier(office=office, applicant=mother, at=at, key="once")
    second = make_dossier(office=office, applicant=mother, at=at, key="once")

    assert first.pk == second.pk
    assert Dossier.objects.count() == 1


def test_numbers_of_a_day_have_no_gap_even_after_a_refusal(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    make_dossier(office=office, applicant=mother, at=at)
    with pytest.raises(Invalid):
        actions.submit_dossier(
            procedure="1.001193",
            organization_id=office.body.pk,
            applicant_person_id=mother.person_id or 0,
            channel=Channel.ONLINE,
            answers={},
            actor=mother,
            at=at,
        )

    code = make_dossier(office=office, applicant=mother, at=at).code

    assert code.endswith("-0002")


def test_a_withdrawn_dossier_cannot_be_decided(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    code = make_dossier(office=office, applicant=mother, at=at).code
    actions.withdraw_dossier(code=code, actor=mother, at=at)

    with pytest.raises(Conflict):
        actions.receive_dossier(code=code, actor=office.clerk, at=at)


def test_a_leader_cannot_receive_and_a_clerk_cannot_sign(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    code = make_dossier(office=office, applicant=mother, at=at).code

    with pytest.raises(NotYourDesk):
        actions.receive_dossier(code=code, actor=office.leader, at=at)
    actions.receive_dossier(code=code, actor=office.clerk, at=at)
    actions.propose_decision(code=code, actor=office.clerk, at=at)
    with pytest.raises(NotYourDesk):
        actions.grant_dossier(code=code, actor=office.clerk, at=at)


def test_a_stranger_neither_sees_nor_withdraws(at: datetime) -> None:
    office, mother, stranger = make_office(at=at), make_applicant(at=at), make_applicant(at=at)
    code = make_dossier(office=office, applicant=mother, at=at).code

    with pytest.raises(DossierNotFound):
        actions.open_dossier(code=code, actor=stranger, at=at)
    with pytest.raises(DossierNotFound):
        actions.withdraw_dossier(code=code, actor=stranger, at=at)


def test_refusals_need_a_reason(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    code = make_dossier(office=office, applicant=mother, at=at).code

    with pytest.raises(ReasonMissing):
        actions.refuse_intake(code=code, reason="  ", actor=office.clerk, at=at)


def test_a_result_is_not_handed_over_before_it_is_signed(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    code = make_dossier(office=office, applicant=mother, at=at).code
    actions.receive_dossier(code=code, actor=office.clerk, at=at)
    actions.propose_decision(code=code, actor=office.clerk, at=at)
    actions.grant_dossier(code=code, actor=office.leader, at=at)

    with pytest.raises(ResultNotReady):
        actions.return_result(code=code, actor=office.clerk, at=at)


def test_birth_registration_online_needs_level_two(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    with pytest.raises(AssuranceTooLow):
        make_dossier(office=office, applicant=replace(mother, assurance=1), at=at)


def test_a_rating_is_given_once(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    code = make_dossier(office=office, applicant=mother, at=at).code
    actions.receive_dossier(code=code, actor=office.clerk, at=at)
    actions.propose_decision(code=code, actor=office.clerk, at=at)
    actions.refuse_dossier(code=code, reason="Trùng hồ sơ", actor=office.leader, at=at)

    actions.rate_dossier(code=code, stars=4, actor=mother, at=at)
    actions.rate_dossier(code=code, stars=1, actor=mother, at=at)

    assert [rating.stars for rating in Rating.objects.all()] == [4]


def test_a_result_that_waits_at_the_counter_is_not_late(at: datetime) -> None:
    office, mother = make_office(at=at), make_applicant(at=at)
    code = make_dossier(office=office, applicant=mother, at=at, channel=Channel.COUNTER).code
    actions.receive_dossier(code=code, actor=office.clerk, at=at)
    actions.propose_decision(code=code, actor=office.clerk, at=at)
    actions.grant_dossier(code=code, actor=office.leader, at=at)
    run_until_quiet(at=at)

    later = at + timedelta(days=30)
    waiting = find_dossier(code).case.is_overdue(later)
    actions.return_result(code=code, actor=office.clerk, at=later)

    assert not waiting
    assert not find_dossier(code).case.is_overdue(later)
