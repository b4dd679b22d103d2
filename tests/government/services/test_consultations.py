"""A body asked for its opinion has a clock of its own and sees the dossier as long as it is asked."""

from datetime import date, datetime

import pytest

from nentang.agreements.actor import SYSTEM
from nentang.foundation.casework.public import due_for
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    create_organization,
)
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.services import actions
from nentang.government.services.errors import (
    ConsultationNotFound,
    DossierNotFound,
    NotYourDesk,
    ReasonMissing,
)
from nentang.government.services.models import Consultation
from nentang.government.services.queries import find_dossier
from nentang.kernel import clock
from nentang.kernel.errors import Conflict

from .factories import Office, make_applicant, make_dossier, make_office, make_officer, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(at: datetime) -> Office:
    clock.use(lambda: at)
    return make_office(at=at)


@pytest.fixture
def justice(office: Office, at: datetime) -> Organization:
    return create_organization(
        name="Phòng Tư pháp huyện Mẫu",
        kind=OrganizationKind.DEPARTMENT,
        level=OrganizationLevel.DISTRICT,
        unit_code="981",
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )


def asked(office: Office, body: Organization, at: datetime) -> Consultation:
    code = make_dossier(office=office, applicant=make_applicant(at=at), at=at).code
    actions.receive_dossier(code=code, actor=office.clerk, at=at)
    return actions.consult_body(
        code=code,
        organization_id=body.pk,
        question="Sổ gốc ghi thế nào?",
        working_days=3,
        actor=office.clerk,
        at=at,
    )


def test_the_question_has_its_own_due_time_and_the_dossier_runs_on(
    office: Office, justice: Organization, at: datetime
) -> None:
    question = asked(office, justice, at)

    dossier = find_dossier(question.dossier.code)
    assert question.case.due_at == due_for(at, working_days=3)
    assert question.case.holder_id == justice.pk
    assert (dossier.case.suspended_at, dossier.case.holder_id) == (None, office.body.pk)


def test_whoever_is_asked_sees_the_dossier_and_answers_once(
    office: Office, justice: Organization, at: datetime
) -> None:
    question = asked(office, justice, at)
    expert, code = make_officer(justice, "specialist", at=at), question.case.code

    actions.open_dossier(code=question.dossier.code, actor=expert, at=at)
    with pytest.raises(ReasonMissing):
        actions.answer_consultation(code=code, answer=" ", actor=expert, at=at)
    actions.answer_consultation(code=code, answer="Ghi đúng.", actor=expert, at=at)
    with pytest.raises(Conflict):
        actions.answer_consultation(code=code, answer="Ghi sai.", actor=expert, at=at)

    question.refresh_from_db()
    assert (question.answer, question.answered_at) == ("Ghi đúng.", at)


def test_nobody_else_answers_and_nobody_asks_for_another_body(
    office: Office, justice: Organization, at: datetime
) -> None:
    question = asked(office, justice, at)
    stranger = make_officer(justice, "specialist", at=at)

    with pytest.raises(ConsultationNotFound):
        actions.answer_consultation(
            code=question.case.code, answer="Đúng", actor=office.clerk, at=at
        )
    with pytest.raises(NotYourDesk):
        actions.consult_body(
            code=question.dossier.code,
            organization_id=office.body.pk,
            question="Thế nào?",
            working_days=1,
            actor=stranger,
            at=at,
        )


def test_a_body_that_was_never_asked_does_not_see_the_dossier(
    office: Office, justice: Organization, at: datetime
) -> None:
    code = make_dossier(office=office, applicant=make_applicant(at=at), at=at).code

    with pytest.raises(DossierNotFound):
        actions.open_dossier(code=code, actor=make_officer(justice, "clerk", at=at), at=at)


def test_questions_are_dropped_when_the_dossier_ends(
    office: Office, justice: Organization, at: datetime
) -> None:
    question = asked(office, justice, at)
    code = question.dossier.code
    actions.propose_decision(code=code, note="", actor=office.clerk, at=at)
    actions.refuse_dossier(code=code, reason="Trùng", actor=office.leader, at=at)

    run_until_quiet(at=at)

    question.case.refresh_from_db()
    assert question.case.state == "dropped"


def test_asking_and_answering_on_the_pages(
    office: Office, justice: Organization, at: datetime
) -> None:
    code = make_dossier(office=office, applicant=make_applicant(at=at), at=at).code
    actions.receive_dossier(code=code, actor=office.clerk, at=at)
    client = sign_in(office.clerk)
    posted = {
        "version": find_dossier(code).case.version,
        "organization": justice.pk,
        "text": "Sổ gốc ghi thế nào?",
        "amount": "2",
    }
    assert client.post(f"/mot-cua/ho-so/{code}/hoi-y-kien/", posted).status_code == 302
    assert "Phòng Tư pháp huyện Mẫu" in client.get(f"/mot-cua/ho-so/{code}/").text

    page = f"/mot-cua/y-kien/{code}-YK1/"
    assert client.get(page).status_code == 404
    client = sign_in(make_officer(justice, "specialist", at=at))
    assert "Sổ gốc ghi thế nào?" in client.get(page).text
    assert client.post(page, {"answer": " "}).status_code == 422
    assert client.post(page, {"answer": "Ghi đúng."}).status_code == 302
    assert "Ghi đúng." in client.get(page).text
