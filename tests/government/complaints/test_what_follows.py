"""What a decision on a complaint orders happens to the dossier, once, and everybody sees it."""

import signal
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection

from nentang.agreements.cashier import PaymentState, cashier
from nentang.economy.payments.actions import carry_out_refunds, decide_refund, hand_over_refund
from nentang.economy.payments.models import Refund
from nentang.foundation.casework.public import timeline
from nentang.foundation.facts.public import fact_rows
from nentang.foundation.notifications.models import Message
from nentang.foundation.outbox import registry
from nentang.foundation.outbox.models import Delivery, Event
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.complaints import actions
from nentang.government.complaints.errors import AlreadyComplained
from nentang.government.complaints.models import Complaint
from nentang.government.services import actions as services
from nentang.government.services.errors import NotYourDesk
from nentang.government.services.models import Dossier, Redress
from nentang.government.services.queries import find_dossier
from tests.foundation.outbox.workers import KilledAt, end_of, fork, shared_database
from tests.government.services.factories import make_applicant, make_dossier, sign_in

from .factories import Place, accept, complain, complained, make_place
from .test_two_at_once import at_once

DAY = timedelta(days=1)


def decided(
    complaint: Complaint, place: Place, at: datetime, remedy: str, verdict: str = "right"
) -> Complaint:
    """The complaint, accepted and decided a day later; nothing has followed yet."""
    accept(complaint, place.deputy, at)
    return actions.decide_complaint(
        code=complaint.code,
        verdict=verdict,
        remedy=remedy,
        reasons="Hai giấy của hai người khác nhau.",
        actor=place.deputy,
        at=at + DAY,
    )


def steps(dossier: Dossier) -> list[str]:
    return [entry.step for entry in timeline(dossier.case)]


@pytest.mark.django_db
@pytest.mark.parametrize("verdict", ["right", "partly"])
def test_a_refused_dossier_waits_for_the_leader_again_with_the_whole_time(
    at: datetime, verdict: str
) -> None:
    place, citizen, complaint = complained(at)
    decided(complaint, place, at, "decide_anew", verdict)
    run_until_quiet(at=at + 2 * DAY)

    dossier = find_dossier(complaint.dossier.code)
    assert (dossier.case.state, dossier.case.closed_at, dossier.outcome) == ("deciding", None, "")
    assert dossier.decided_at is None
    assert dossier.case.due_at is not None
    assert dossier.case.due_at > at + 2 * DAY
    assert dossier.case.first_due_at is None
    assert steps(dossier)[-1] == "reopen"
    assert timeline(dossier.case)[-1].public_note == (
        f"Theo quyết định giải quyết khiếu nại {complaint.code}."
    )
    told = Message.objects.filter(person_id=citizen.person_id, template="services.reopen")
    assert told.count() == 1

    services.grant_dossier(code=dossier.code, actor=place.leader, at=at + 2 * DAY)
    run_until_quiet(at=at + 2 * DAY)
    assert find_dossier(dossier.code).outcome == "granted"


@pytest.mark.django_db
def test_what_was_not_accepted_is_to_be_received_again(at: datetime) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code = make_dossier(office=place.office, applicant=citizen, at=at, procedure="2.000635").code
    services.refuse_intake(code=code, reason="Thiếu giấy tờ", actor=place.clerk, at=at)
    assert cashier().find_payment(reference=code).state is PaymentState.CANCELLED  # type: ignore[union-attr]
    decided(complain(code, citizen, at, about="intake"), place, at, "take_in")
    run_until_quiet(at=at + 2 * DAY)

    dossier = find_dossier(code)
    assert (dossier.case.state, dossier.case.is_unreceived) == ("registered", True)
    assert cashier().find_payment(reference=code).state is PaymentState.REQUESTED  # type: ignore[union-attr]
    services.receive_dossier(code=code, actor=place.clerk, at=at + 2 * DAY)
    assert find_dossier(code).case.due_at is not None


@pytest.mark.django_db
def test_a_wrong_result_is_revoked_and_the_dossier_examined_anew(at: datetime) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code = make_dossier(office=place.office, applicant=citizen, at=at).code
    services.receive_dossier(code=code, actor=place.clerk, at=at)
    services.propose_decision(code=code, actor=place.clerk, at=at)
    services.grant_dossier(code=code, actor=place.leader, at=at)
    run_until_quiet(at=at)
    old = find_dossier(code).result
    assert old is not None
    decided(complain(code, citizen, at), place, at, "decide_anew")
    run_until_quiet(at=at + 2 * DAY)

    dossier = find_dossier(code)
    old.refresh_from_db()
    assert (old.state, dossier.result, dossier.returned_at) == ("revoked", None, None)
    assert dossier.case.state == "processing"
    assert dossier.case.due_at is not None

    services.propose_decision(code=code, actor=place.clerk, at=at + 2 * DAY)
    services.grant_dossier(code=code, actor=place.leader, at=at + 2 * DAY)
    run_until_quiet(at=at + 2 * DAY)
    again = find_dossier(code)
    assert again.case.state == "returned"
    assert again.result is not None
    assert again.result.pk != old.pk


@pytest.mark.django_db
def test_a_fee_wrongly_taken_goes_back_once_a_leader_agrees(at: datetime) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code = make_dossier(office=place.office, applicant=citizen, at=at, procedure="2.000635").code
    cashier().record_cash(reference=code, actor=place.clerk, at=at)
    services.receive_dossier(code=code, actor=place.clerk, at=at)
    services.propose_decision(code=code, actor=place.clerk, at=at)
    services.refuse_dossier(code=code, reason="Không có sổ", actor=place.leader, at=at)
    complaint = decided(complain(code, citizen, at, about="fee"), place, at, "refund")
    run_until_quiet(at=at + 2 * DAY)

    refund = Refund.objects.get()
    paid = find_dossier(code).fee
    assert (refund.amount, refund.reason, refund.state) == (paid, "complaint", "asked")
    dossier = find_dossier(code)
    assert dossier.case.state == "stopped"
    assert "được trả lại" in timeline(dossier.case)[-1].public_note
    assert Redress.objects.get().amount == paid

    decide_refund(code=refund.code, approve=True, actor=place.leader, at=at + 2 * DAY)
    carry_out_refunds(at=at + 2 * DAY)
    hand_over_refund(code=refund.code, actor=place.clerk, at=at + 2 * DAY)
    request = cashier().find_payment(reference=code)
    assert request is not None
    assert request.state is PaymentState.REFUNDED
    actions.carry_out_decision(code=complaint.code, at=at + 3 * DAY)
    assert Refund.objects.count() == 1


@pytest.mark.django_db
def test_nothing_follows_where_the_complaint_was_wrong(at: datetime) -> None:
    place, _citizen, complaint = complained(at)
    decided(complaint, place, at, "decide_anew", "wrong")
    run_until_quiet(at=at + 2 * DAY)

    assert find_dossier(complaint.dossier.code).case.state == "stopped"
    assert not Redress.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("remedy", "is_moot"),
    [("finish", True), ("take_in", True), ("refund", True), ("apologise", False)],
)
def test_what_needs_no_reopening_stands_on_the_line_in_time(
    at: datetime, remedy: str, is_moot: bool
) -> None:
    place, _citizen, complaint = complained(at)
    decided(complaint, place, at, remedy)
    run_until_quiet(at=at + 2 * DAY)

    dossier = find_dossier(complaint.dossier.code)
    assert dossier.case.state == "stopped"
    assert complaint.code in timeline(dossier.case)[-1].public_note
    assert Redress.objects.get().is_moot is is_moot


@pytest.mark.django_db
def test_the_new_decision_may_be_complained_about_as_the_first_was(at: datetime) -> None:
    place, citizen, complaint = complained(at)
    code = complaint.dossier.code
    decided(complaint, place, at, "decide_anew")
    with pytest.raises(AlreadyComplained):
        complain(code, citizen, at + DAY)
    run_until_quiet(at=at + 2 * DAY)
    services.refuse_dossier(code=code, reason="Vẫn trùng", actor=place.leader, at=at + 2 * DAY)

    second = complain(code, citizen, at + 3 * DAY)
    assert second.code != complaint.code


@pytest.mark.django_db
def test_only_the_platform_carries_out_what_was_decided(at: datetime) -> None:
    place, _citizen, complaint = complained(at)
    with pytest.raises(NotYourDesk):
        services.redress_dossier(
            code=complaint.dossier.code,
            source=complaint.code,
            kind="decide_anew",
            actor=place.leader,
            at=at,
        )


@pytest.mark.django_db
def test_citizen_and_officer_both_see_that_the_dossier_is_open_again(at: datetime) -> None:
    place, citizen, complaint = complained(at)
    decided(complaint, place, at, "decide_anew")
    run_until_quiet(at=at + 2 * DAY)
    words = "Mở lại theo quyết định giải quyết khiếu nại"

    code = complaint.dossier.code
    assert words in sign_in(citizen).get(f"/ho-so/{code}/").text
    assert words in sign_in(place.clerk).get(f"/mot-cua/ho-so/{code}/").text
    assert "Hồ sơ đã được mở lại" in sign_in(citizen).get(f"/khieu-nai/{complaint.code}/").text


@pytest.mark.django_db
def test_the_fact_says_what_was_done_without_names(at: datetime) -> None:
    place, _citizen, complaint = complained(at)
    decided(complaint, place, at, "decide_anew")
    run_until_quiet(at=at + 2 * DAY)

    facts = fact_rows("services.dossier_redressed")
    assert [(each.payload["kind"], each.payload["reopened"]) for each in facts] == [
        ("decide_anew", True)
    ]


class Killed:
    """A decided complaint, and a worker that may die while it has the order carried out."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.place, self.citizen, self.complaint = complained(at)
        decided(self.complaint, self.place, at, "decide_anew")
        Event.objects.exclude(name="complaints.complaint_decided").delete()
        Delivery.objects.exclude(listener="complaints.carry_out").delete()

    def work(self, statement: int, *, after: bool) -> int:
        """How a worker ended that is killed around that statement."""

        def run() -> None:
            with connection.execute_wrapper(KilledAt(statement, after=after)):
                run_until_quiet(at=self.at + 2 * DAY)

        return end_of(fork(run))


@pytest.fixture
def _no_other_jobs(tmp_path: Path) -> Iterator[None]:
    jobs = dict(registry.jobs())
    for name in set(jobs):
        registry.forget(name)
    yield
    registry.jobs().update(jobs)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_no_other_jobs")
def test_a_worker_killed_while_it_reopens_leaves_one_reopening(
    at: datetime, tmp_path: Path
) -> None:
    killed = Killed(at)
    with shared_database(tmp_path):
        for statement in range(1, 60, 4):
            ended = killed.work(statement, after=bool(statement % 8 == 1))
            if ended == 0:
                break
            assert ended == -signal.SIGKILL
        run_until_quiet(at=at + 2 * DAY + timedelta(minutes=30))

        dossier = find_dossier(killed.complaint.dossier.code)
        assert statement > 5
        assert steps(dossier).count("reopen") == 1
        assert Redress.objects.count() == 1
        assert dossier.case.state == "deciding"


@pytest.mark.django_db
def test_told_twice_it_happens_once(at: datetime) -> None:
    place, _citizen, complaint = complained(at)
    decided(complaint, place, at, "decide_anew")
    for hours in (0, 1):
        actions.carry_out_decision(code=complaint.code, at=at + DAY + timedelta(hours=hours))

    assert steps(find_dossier(complaint.dossier.code)).count("reopen") == 1


@pytest.mark.django_db(transaction=True)
def test_told_by_several_workers_at_once_it_happens_once(at: datetime, tmp_path: Path) -> None:
    place, _citizen, complaint = complained(at)
    decided(complaint, place, at, "decide_anew")
    with shared_database(tmp_path):
        at_once([lambda: actions.carry_out_decision(code=complaint.code, at=at + DAY)] * 4)

        assert steps(find_dossier(complaint.dossier.code)).count("reopen") == 1
        assert Redress.objects.count() == 1
        assert Complaint.objects.get().dossier_reopened
