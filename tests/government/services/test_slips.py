"""The forms of the one-stop shop are issued, signed, and say what happened; its terms are kept."""

from datetime import date, datetime, timedelta

import pytest

from nentang.foundation.casework.public import due_for
from nentang.foundation.documents.public import IssuedDocument
from nentang.foundation.facts.public import fact_rows
from nentang.foundation.notifications.models import Message
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.services import actions
from nentang.government.services.errors import NotYourDesk, ReasonMissing, SupplementTooLate
from nentang.government.services.queries import find_dossier, slips_of
from nentang.kernel.errors import Conflict, Invalid

from .factories import Office, make_applicant, make_dossier, make_office

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def office(at: datetime) -> Office:
    return make_office(at=at)


def received(office: Office, at: datetime, *, procedure: str = "1.001193") -> str:
    """The code of a dossier that was just received."""
    code = make_dossier(
        office=office, applicant=make_applicant(at=at), at=at, procedure=procedure
    ).code
    actions.receive_dossier(code=code, actor=office.clerk, at=at)
    return code


def printed(code: str, form: str) -> str:
    """Everything that stands on the slip of that form, before it is signed and forgotten."""
    [slip] = [each for each in slips_of(find_dossier(code)) if each.form == form]
    data = IssuedDocument.objects.get(pk=slip.document_id).data
    return f"{data}"


def test_the_receipt_names_papers_and_the_appointment(office: Office, at: datetime) -> None:
    said = printed(received(office, at), "01")

    assert "Giấy chứng sinh" in said
    assert "17 giờ 00 phút, ngày 07/12/2020" in said


def test_a_supplement_request_says_what_is_missing(office: Office, at: datetime) -> None:
    code = received(office, at)
    actions.ask_supplement(code=code, items="Chụp lại mặt sau", actor=office.clerk, at=at)

    assert "Chụp lại mặt sau" in printed(code, "02")


def test_supplements_are_asked_within_three_working_days(office: Office, at: datetime) -> None:
    code = received(office, at)
    late = (due_for(at, working_days=3) or at) + timedelta(minutes=1)

    with pytest.raises(SupplementTooLate):
        actions.ask_supplement(code=code, items="Chụp lại", actor=office.clerk, at=late)
    assert find_dossier(code).case.state == "processing"


def test_the_whole_time_begins_anew_once_it_was_supplemented(office: Office, at: datetime) -> None:
    applicant = make_applicant(at=at)
    code = make_dossier(office=office, applicant=applicant, at=at).code
    actions.receive_dossier(code=code, actor=office.clerk, at=at)
    actions.ask_supplement(code=code, items="Chụp lại", actor=office.clerk, at=at)

    actions.answer_supplement(code=code, answer="Đây", file_ids=[], actor=applicant, at=at + DAY)

    assert find_dossier(code).case.due_at == due_for(at + DAY, same_day=True)


@pytest.mark.parametrize("accepted", [False, True])
def test_a_refusal_is_a_signed_paper_with_its_reason(
    office: Office, at: datetime, accepted: bool
) -> None:
    code = make_dossier(office=office, applicant=make_applicant(at=at), at=at).code
    if accepted:
        actions.receive_dossier(code=code, actor=office.clerk, at=at)
        actions.propose_decision(code=code, note="", actor=office.clerk, at=at)
        actions.refuse_dossier(code=code, reason="Nộp trùng", actor=office.leader, at=at)
    else:
        actions.refuse_intake(code=code, reason="Nộp trùng", actor=office.clerk, at=at)

    said = printed(code, "03")
    assert "Nộp trùng" in said
    assert ("không giải quyết hồ sơ này" in said) == accepted
    run_until_quiet(at=at)
    assert {slip.document.state for slip in slips_of(find_dossier(code))} == {"signed"}


def test_an_apology_appoints_another_day_and_is_told(office: Office, at: datetime) -> None:
    code = received(office, at)
    first = find_dossier(code).case.due_at
    actions.apologise(
        code=code, reason="Máy in hỏng", until=date(2020, 12, 11), actor=office.leader, at=at
    )
    run_until_quiet(at=at)

    dossier = find_dossier(code)
    assert (dossier.case.first_due_at, dossier.apology.first_due_at) == (first, first)
    assert dossier.case.due_at == due_for(at + 4 * DAY, same_day=True)
    assert Message.objects.filter(template="services.reappoint").exists()


def test_the_apology_says_reason_and_both_times(office: Office, at: datetime) -> None:
    code = received(office, at)
    actions.apologise(
        code=code, reason="Máy in hỏng", until=date(2020, 12, 11), actor=office.leader, at=at
    )

    said = printed(code, "04")
    assert "Máy in hỏng" in said
    assert "17 giờ 00 phút, ngày 07/12/2020" in said
    assert "17 giờ 00 phút, ngày 11/12/2020" in said


@pytest.mark.parametrize(("days", "in_time"), [(0, True), (2, False)])
def test_an_apology_less_than_a_working_day_ahead_is_late(
    office: Office, at: datetime, days: int, in_time: bool
) -> None:
    code = received(office, at, procedure="2.000635")
    case = find_dossier(code).case
    case.suspended_at, case.due_at = None, due_for(at, working_days=2)
    case.save()

    actions.apologise(
        code=code,
        reason="Chờ sổ gốc",
        until=date(2020, 12, 18),
        actor=office.leader,
        at=at + days * DAY,
    )

    assert find_dossier(code).apology.is_in_time == in_time


def test_only_the_leader_apologises_once_with_a_reason_and_a_day(
    office: Office, at: datetime
) -> None:
    code = received(office, at)
    day = date(2020, 12, 11)
    with pytest.raises(NotYourDesk):
        actions.apologise(code=code, reason="Bận", until=day, actor=office.clerk, at=at)
    with pytest.raises(ReasonMissing):
        actions.apologise(code=code, reason=" ", until=day, actor=office.leader, at=at)
    with pytest.raises(Invalid):
        actions.apologise(
            code=code, reason="Bận", until=date(2020, 12, 1), actor=office.leader, at=at
        )

    actions.apologise(code=code, reason="Bận", until=day, actor=office.leader, at=at)
    with pytest.raises(Conflict):
        actions.apologise(code=code, reason="Bận", until=day + DAY, actor=office.leader, at=at)


def test_what_was_apologised_for_counts_as_late(office: Office, at: datetime) -> None:
    code = received(office, at)
    actions.apologise(code=code, reason="Bận", until=date(2020, 12, 11), actor=office.leader, at=at)
    actions.propose_decision(code=code, note="", actor=office.clerk, at=at + DAY)
    actions.grant_dossier(code=code, actor=office.leader, at=at + DAY)

    [fact] = fact_rows("services.dossier_finished")
    assert fact.payload["on_time"] is False


def test_the_control_sheet_tells_every_hand_and_its_working_time(
    office: Office, at: datetime
) -> None:
    applicant = make_applicant(at=at)
    code = make_dossier(office=office, applicant=applicant, at=at).code
    actions.receive_dossier(code=code, actor=office.clerk, at=at)
    actions.ask_supplement(
        code=code, items="Chụp lại", actor=office.clerk, at=at + timedelta(hours=1)
    )
    actions.answer_supplement(code=code, answer="Đây", file_ids=[], actor=applicant, at=at + DAY)

    actions.issue_control_sheet(code=code, actor=office.clerk, at=at + DAY + timedelta(hours=2))

    said = printed(code, "05")
    assert "1 giờ 00" in said
    assert "Chờ người nộp" in said
    assert "Yêu cầu bổ sung" in said
    assert "đang giữ" in said
    run_until_quiet(at=at + 2 * DAY)
    assert slips_of(find_dossier(code))[-1].document.state == "signed"
