"""People ask about their data; the body answers by the law of that day."""

from datetime import UTC, datetime, timedelta

import pytest
from pytest_django import Settings

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import looks_at_person
from nentang.foundation.casework.models import Case
from nentang.foundation.facts.public import fact_rows
from nentang.foundation.forms.models import Draft
from nentang.foundation.forms.public import start_draft
from nentang.foundation.notifications.models import Message
from nentang.government.catalogue.public import bundle_on
from nentang.government.services.models import Dossier
from nentang.kernel import clock
from nentang.kernel.clock import legal_day
from nentang.kernel.law import NothingInForce
from nentang.trust.personal_data.actions import (
    file_request,
    grant_request,
    open_request,
    refuse_request,
    withdraw_request,
)
from nentang.trust.personal_data.errors import (
    AnswerMissing,
    CaseNotFound,
    ErasureForbidden,
    NobodyInCharge,
    RequestEnded,
    RequestIncomplete,
    RequestNotFound,
)
from nentang.trust.personal_data.models import Export, SubjectRequest
from tests.government.services.factories import (
    Office,
    make_applicant,
    make_dossier,
    make_neighbour,
    make_office,
    make_officer,
    sign_in,
)

pytestmark = pytest.mark.django_db

IN_2026 = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)  # a Wednesday, 09:00
IN_2024 = datetime(2024, 3, 6, 2, 0, tzinfo=UTC)


def asked(
    office: Office, actor: Actor, at: datetime, *, kind: str = "correction", about: str = ""
) -> SubjectRequest:
    """A request to the office."""
    return file_request(
        kind=kind,
        organization_id=office.body.pk,
        about=about,
        words="Tên đệm viết sai, đúng là Thị.",
        actor=actor,
        at=at,
    )


@pytest.fixture
def office() -> Office:
    return make_office(at=IN_2024 - timedelta(days=1000))


@pytest.fixture
def guard(office: Office) -> Actor:
    return make_officer(office.body, "data_protection", at=IN_2024)


def test_in_2026_a_request_is_due_in_two_working_days(office: Office, guard: Actor) -> None:
    request = asked(office, make_applicant(at=IN_2026), IN_2026)

    assert request.case.due_at == datetime(2026, 3, 6, 2, 0, tzinfo=UTC)


def test_in_2024_a_request_is_due_in_72_hours_over_the_weekend(
    office: Office, guard: Actor
) -> None:
    friday = datetime(2024, 3, 8, 9, 30, tzinfo=UTC)

    request = asked(office, make_applicant(at=friday), friday)

    assert request.case.due_at == friday + timedelta(hours=72)


def test_in_2020_the_law_names_no_day_and_fewer_rights(at: datetime) -> None:
    office = make_office(at=at)
    make_officer(office.body, "data_protection", at=at)
    mother = make_applicant(at=at)

    assert asked(office, mother, at).case.due_at is None
    with pytest.raises(RequestIncomplete):
        asked(office, mother, at, kind="objection")


def test_before_july_2016_there_is_nothing_to_ask_by(office: Office, guard: Actor) -> None:
    with pytest.raises(NothingInForce):
        asked(office, make_applicant(at=IN_2024), datetime(2016, 6, 30, 2, tzinfo=UTC))


def test_who_is_in_charge_is_told_and_answers_and_who_asked_is_told(
    office: Office, guard: Actor
) -> None:
    mother = make_applicant(at=IN_2026)
    request = asked(office, mother, IN_2026)
    code = request.case.code
    assert Message.objects.get(person=guard.person_id).template == "personal_data.request_filed"

    with pytest.raises(RequestNotFound):
        grant_request(code=code, answer="Đã sửa.", actor=office.clerk, at=IN_2026)
    with pytest.raises(AnswerMissing):
        grant_request(code=code, answer=" ", actor=guard, at=IN_2026)
    grant_request(code=code, answer="Đã sửa.", actor=guard, at=IN_2026)

    assert Case.objects.get(code=code).state == "granted"
    assert Message.objects.get(person=mother.person_id).template == "personal_data.request_answered"
    with pytest.raises(RequestEnded):
        refuse_request(code=code, answer="x", rule="y", actor=guard, at=IN_2026)


def test_a_refusal_names_its_rule(office: Office, guard: Actor) -> None:
    request = asked(office, make_applicant(at=IN_2026), IN_2026)
    code = request.case.code

    with pytest.raises(AnswerMissing):
        refuse_request(code=code, answer="Không sửa được.", rule="", actor=guard, at=IN_2026)
    ended = refuse_request(
        code=code, answer="Không sai.", rule="Điều 1, Luật Mẫu", actor=guard, at=IN_2026
    )

    assert (ended.outcome, ended.rule) == ("refused", "Điều 1, Luật Mẫu")


def test_access_makes_an_export(office: Office, guard: Actor) -> None:
    mother = make_applicant(at=IN_2026)
    request = asked(office, mother, IN_2026, kind="access")

    grant_request(code=request.case.code, answer="Đang gom.", actor=guard, at=IN_2026)

    assert Export.objects.get(person=mother.person_id).state == "asked"


def test_erasure_of_a_dossier_is_forbidden_and_the_rule_is_named(
    office: Office, guard: Actor
) -> None:
    mother = make_applicant(at=IN_2024)
    dossier = make_dossier(office=office, applicant=mother, at=IN_2024)
    request = asked(office, mother, IN_2024, kind="erasure", about=dossier.code)

    with pytest.raises(ErasureForbidden) as refusal:
        grant_request(code=request.case.code, answer="Xóa.", actor=guard, at=IN_2024)

    assert "3650 ngày" in refusal.value.sentence
    assert "Nghị định 61/2018/NĐ-CP" in refusal.value.sentence
    assert Dossier.objects.get(pk=dossier.pk).answers
    assert not SubjectRequest.objects.get(pk=request.pk).outcome


def test_erasure_takes_what_no_law_keeps_and_leaves_the_rest(office: Office, guard: Actor) -> None:
    mother, other = make_applicant(at=IN_2024), make_applicant(at=IN_2024)
    dossier = make_dossier(office=office, applicant=mother, at=IN_2024)
    for person in (mother, other):
        start_draft(
            form=bundle_on("1.001193", legal_day(IN_2024)).form,
            subject_key="thử",
            person_id=person.person_id or 0,
            actor=person,
            at=IN_2024,
        )
    request = asked(office, mother, IN_2024, kind="erasure")

    grant_request(code=request.case.code, answer="Đã xóa.", actor=guard, at=IN_2024)

    assert Draft.objects.filter(account=mother.account_id, finished_at=None).count() == 0
    assert Draft.objects.filter(account=other.account_id, finished_at=None).count() == 1
    assert Dossier.objects.get(pk=dossier.pk).answers


def test_one_may_ask_only_about_ones_own_matter_of_a_body_with_somebody_in_charge(
    office: Office, guard: Actor
) -> None:
    mother, other = make_applicant(at=IN_2024), make_applicant(at=IN_2024)
    dossier = make_dossier(office=office, applicant=other, at=IN_2024)

    with pytest.raises(CaseNotFound):
        asked(office, mother, IN_2024, kind="erasure", about=dossier.code)
    with pytest.raises(NobodyInCharge):
        asked(make_neighbour(office, at=IN_2024), mother, IN_2024)


def test_only_who_asked_takes_it_back(office: Office, guard: Actor) -> None:
    mother, other = make_applicant(at=IN_2024), make_applicant(at=IN_2024)
    code = asked(office, mother, IN_2024).case.code

    with pytest.raises(RequestNotFound):
        withdraw_request(code=code, actor=other, at=IN_2024)
    assert withdraw_request(code=code, actor=mother, at=IN_2024).outcome == "withdrawn"


def test_who_asked_sees_that_it_was_read(office: Office, guard: Actor) -> None:
    mother = make_applicant(at=IN_2024)
    code = asked(office, mother, IN_2024).case.code

    open_request(code=code, actor=guard, at=IN_2024)

    assert [look.purpose for look in looks_at_person(mother.person_id or 0)] == [
        "trả lời yêu cầu về dữ liệu cá nhân"
    ]


@pytest.mark.parametrize(("days", "on_time"), [(1, True), (9, False)])
def test_the_fact_says_whether_it_was_answered_in_time(
    office: Office, guard: Actor, days: int, on_time: bool
) -> None:
    code = asked(office, make_applicant(at=IN_2024), IN_2024).case.code
    later = IN_2024 + timedelta(days=days)

    grant_request(code=code, answer="Đã sửa.", actor=guard, at=later)

    facts = list(fact_rows("personal_data.request_answered"))
    assert [fact.payload["on_time"] for fact in facts] == [on_time]


def test_the_desk_says_which_law_forbids_and_keeps_what_was_typed(
    office: Office, guard: Actor, settings: Settings
) -> None:
    settings.DEMO = True
    clock.use(lambda: IN_2024)
    mother = make_applicant(at=IN_2024)
    dossier = make_dossier(office=office, applicant=mother, at=IN_2024)
    code = asked(office, mother, IN_2024, kind="erasure", about=dossier.code).case.code

    answer = {"do": "lam-theo", "answer": "Xin xóa ngay."}
    refused = sign_in(guard).post(f"/bao-ve-du-lieu/yeu-cau/{code}/", answer)

    assert refused.status_code == 422
    assert "Luật chưa cho xóa: giữ 3650 ngày" in refused.content.decode()
    assert "Xin xóa ngay." in refused.content.decode()


def test_pages_ask_follow_and_answer(office: Office, guard: Actor, settings: Settings) -> None:
    settings.DEMO = True
    mother = make_applicant(at=IN_2026)
    clock.use(lambda: IN_2026)
    citizen, desk = sign_in(mother), sign_in(guard)

    page = citizen.get("/dinh-danh/du-lieu-ve-toi/yeu-cau/")
    assert "2 ngày làm việc" in page.content.decode()
    words = {
        "kind": "correction",
        "organization": office.body.pk,
        "words": "Sai tên đệm",
        "about": "",
    }
    sent = citizen.post("/dinh-danh/du-lieu-ve-toi/yeu-cau/", words)
    assert sent.status_code == 302, sent.content.decode()
    assert "Sai tên đệm" in citizen.get(sent.url).content.decode()

    code = SubjectRequest.objects.get().case.code
    assert code in desk.get("/bao-ve-du-lieu/").content.decode()
    answer = {"do": "lam-theo", "answer": "Đã sửa xong."}
    assert desk.post(f"/bao-ve-du-lieu/yeu-cau/{code}/", answer).status_code == 302
    assert "Đã sửa xong." in citizen.get(sent.url).content.decode()
    told = citizen.get("/api/v1/personal-data").json()
    assert [each["code"] for each in told["requests"]] == [code]
