"""A person complains about a dossier, the office answers within the days of the law."""

from datetime import date, datetime, time, timedelta

import pytest

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.audit.public import looks_at_subject
from nentang.foundation.casework.errors import KeptAway
from nentang.foundation.casework.public import assign_case, find_case, take_case, timeline
from nentang.foundation.documents.public import (
    DocumentState,
    documents_of_subject,
    store_file,
)
from nentang.foundation.facts.public import fact_rows
from nentang.foundation.identity.public import actor_for_account
from nentang.foundation.notifications.models import Message
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    create_organization,
)
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.complaints import actions, errors
from nentang.government.complaints.enums import Difficulty
from nentang.government.complaints.models import Complaint
from nentang.government.complaints.queries import complaints_of
from nentang.government.services.public import DossierNotFound
from nentang.kernel.clock import at_local
from tests.government.services.factories import (
    PIXEL,
    make_applicant,
    make_dossier,
    make_office,
    make_officer,
)
from tests.government.services.test_household import agent_of

from .factories import (
    accept,
    complain,
    complained,
    decide,
    late_dossier,
    make_place,
    refused_dossier,
)

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def end_of(day: date) -> datetime:
    return at_local(day, time(23, 59, 59))


def test_a_complaint_goes_to_the_body_that_decided_and_is_due_in_ten_days(at: datetime) -> None:
    place, citizen, complaint = complained(at)

    case = find_case(complaint.code)
    assert case.kind == "complaint"
    assert case.holder_id == place.body.pk
    assert case.applicant_id == citizen.person_id
    assert case.due_at == end_of(date(2020, 12, 17))
    assert complaint.code == "000.37.15.H42-KN20-0001"


def test_a_late_dossier_may_be_complained_about_before_it_is_decided(at: datetime) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code = late_dossier(place.office, citizen, at)

    with pytest.raises(errors.NothingToComplainAbout):
        complain(code, citizen, at + timedelta(hours=1), about="late")
    complaint = complain(code, citizen, at + 10 * DAY, about="late")

    assert complaint.about == "late"


def test_what_is_neither_late_nor_decided_cannot_be_complained_about(at: datetime) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code = make_dossier(office=place.office, applicant=citizen, at=at).code

    with pytest.raises(errors.NothingToComplainAbout):
        complain(code, citizen, at, about="conduct")


def test_after_ninety_days_it_is_too_late(at: datetime) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code = refused_dossier(place, citizen, at)

    with pytest.raises(errors.NothingToComplainAbout):
        complain(code, citizen, at_local(date(2021, 3, 9), time(0, 0)))
    assert complain(code, citizen, end_of(date(2021, 3, 8)))  # a Sunday would have been 7 March


def test_the_same_sent_twice_is_one_complaint(at: datetime) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code = refused_dossier(place, citizen, at)

    made = [complain(code, citizen, at, key="a").pk for _ in range(3)]

    assert len(set(made)) == 1
    assert Complaint.objects.count() == 1


@pytest.mark.parametrize("key", ["b", None])
def test_another_about_the_same_matter_is_refused_with_the_code_of_the_first(
    at: datetime, key: str | None
) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code = refused_dossier(place, citizen, at)
    first = complain(code, citizen, at, key="a")

    with pytest.raises(errors.AlreadyComplained) as refusal:
        complain(code, citizen, at, key=key)

    assert first.code in refusal.value.sentence
    assert complain(code, citizen, at, about="fee").pk != first.pk


def test_nobody_complains_about_anothers_dossier(at: datetime) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code = refused_dossier(place, citizen, at)

    with pytest.raises(DossierNotFound):
        complain(code, make_applicant(at=at), at)


@pytest.mark.parametrize(
    ("about", "refused"), [("late", errors.AboutMissing), ("nothing", errors.AboutMissing)]
)
def test_only_what_is_offered_can_be_complained_about(
    at: datetime, about: str, refused: type[Exception]
) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code = refused_dossier(place, citizen, at)

    with pytest.raises(refused):
        complain(code, citizen, at, about=about)


def test_a_complaint_needs_words_and_takes_five_files(at: datetime) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    code = refused_dossier(place, citizen, at)
    files = tuple(
        store_file(content=PIXEL, filename=f"{n}.png", actor=citizen, at=at).pk for n in range(6)
    )

    with pytest.raises(errors.TooManyFiles):
        complain(code, citizen, at, file_ids=files)
    with pytest.raises(errors.StatementMissing):
        actions.file_complaint(
            dossier_code=code,
            about="fee",
            statement=" ",
            demand="x",
            file_ids=(),
            actor=citizen,
            at=at,
        )
    assert complain(code, citizen, at, file_ids=files[:5]).files.count() == 5


def test_once_accepted_thirty_days_run(at: datetime) -> None:
    place, _citizen, complaint = complained(at)

    accepted = accept(complaint, place.deputy, at + 2 * DAY)

    assert accepted.resolve_by == end_of(date(2021, 1, 8))
    (paper,) = documents_of_subject(f"complaint:{complaint.pk}")
    assert paper.title == "Thông báo thụ lý khiếu nại"
    assert "hạn giải quyết: hết ngày 08/01/2021" in paper.data["closing"][0]
    assert find_case(complaint.code).due_at == accepted.resolve_by


def test_a_complex_matter_takes_forty_five_days_from_acceptance_once(at: datetime) -> None:
    place, _citizen, complaint = complained(at)
    accept(complaint, place.deputy, at + DAY)

    extended = actions.extend_term(
        code=complaint.code, reason="Phải đo lại", actor=place.deputy, at=at + 20 * DAY
    )

    assert extended.resolve_by == end_of(date(2021, 1, 22))
    with pytest.raises(errors.AlreadyExtended):
        actions.extend_term(code=complaint.code, reason="Nữa", actor=place.deputy, at=at + 21 * DAY)


def test_a_refusal_to_accept_says_why(at: datetime) -> None:
    place, _citizen, complaint = complained(at)

    with pytest.raises(errors.ReasonMissing):
        actions.refuse_acceptance(code=complaint.code, reason=" ", actor=place.deputy, at=at + DAY)
    refused = actions.refuse_acceptance(
        code=complaint.code, reason="Đã có bản án", actor=place.deputy, at=at + DAY
    )

    assert refused.outcome == "not_accepted"
    (paper,) = documents_of_subject(f"complaint:{complaint.pk}")
    assert paper.title == "Thông báo không thụ lý khiếu nại"
    assert ["Lý do", "Đã có bản án"] in [list(row) for row in paper.data["rows"]]
    assert timeline(refused.case)[-1].public_note == "Đã có bản án"
    again = complain(refused.dossier.code, _citizen, at + 2 * DAY)
    assert again.pk != complaint.pk


def test_whoever_worked_on_the_dossier_may_not_handle_the_complaint(at: datetime) -> None:
    place, _citizen, complaint = complained(at)

    with pytest.raises(errors.WorkedOnIt):
        accept(complaint, place.leader, at + DAY)
    accept(complaint, place.deputy, at + DAY)
    with pytest.raises(errors.WorkedOnIt):
        decide(complaint, place.leader, at + 2 * DAY)
    with pytest.raises(errors.NotYourComplaint):
        decide(complaint, place.clerk, at + 2 * DAY)
    with pytest.raises(errors.NotYourComplaint):
        decide(complaint, place.upper, at + 2 * DAY)


def test_whoever_worked_on_the_dossier_is_not_given_the_complaint(at: datetime) -> None:
    place, _citizen, complaint = complained(at)
    case = find_case(complaint.code)

    for account_id in (place.clerk.account_id, place.leader.account_id):
        with pytest.raises(KeptAway):
            assign_case(case=case, account_id=account_id, actor=place.deputy, at=at + DAY)
    with pytest.raises(KeptAway):
        take_case(case=case, actor=place.leader, at=at + DAY)

    assert take_case(case=case, actor=place.deputy, at=at + DAY).assignee_id


def test_the_only_leader_settles_the_first_complaint_and_the_paper_says_so(at: datetime) -> None:
    place, _citizen, complaint = complained(at, with_deputy=False)
    accept(complaint, place.leader, at + DAY)

    decided = decide(complaint, place.leader, at + 2 * DAY, "wrong")

    assert decided.decision
    assert any(
        "cơ quan không còn lãnh đạo nào khác" in each for each in decided.decision.data["closing"]
    )


def test_the_body_explains_and_a_dialogue_is_noted(at: datetime) -> None:
    place, _citizen, complaint = complained(at)
    accept(complaint, place.deputy, at + DAY)
    asked = actions.ask_explanation(
        code=complaint.code,
        question="Vì sao trùng?",
        working_days=3,
        actor=place.deputy,
        at=at + DAY,
    )
    with pytest.raises(errors.AlreadyAsked):
        actions.ask_explanation(
            code=complaint.code, question="?", working_days=3, actor=place.deputy, at=at + DAY
        )
    with pytest.raises(errors.ExplanationNotFound):
        actions.answer_explanation(
            code=asked.case.code, answer="Nhầm", actor=place.upper, at=at + DAY
        )
    actions.answer_explanation(
        code=asked.case.code, answer="Xem nhầm số", actor=place.clerk, at=at + 2 * DAY
    )
    with pytest.raises(errors.DialogueInFuture):
        actions.note_dialogue(
            code=complaint.code,
            held_on=date(2020, 12, 12),
            minutes="Hai bên gặp nhau",
            actor=place.deputy,
            at=at + 2 * DAY,
        )
    actions.note_dialogue(
        code=complaint.code,
        held_on=date(2020, 12, 9),
        minutes="Hai bên gặp nhau",
        actor=place.deputy,
        at=at + 3 * DAY,
    )

    decided = decide(complaint, place.deputy, at + 4 * DAY)

    assert decided.decision
    rows = dict(decided.decision.data["rows"])
    assert rows["Giải trình"] == "Xem nhầm số"
    assert rows["Kết quả đối thoại"] == "09/12/2020: Hai bên gặp nhau"
    assert rows["Kết luận"] == "Khiếu nại đúng"


def test_a_decision_is_a_signed_paper_of_the_body(at: datetime) -> None:
    place, citizen, complaint = complained(at)
    accept(complaint, place.deputy, at + DAY)
    decided = decide(complaint, place.deputy, at + 2 * DAY)

    run_until_quiet(at=at + 2 * DAY)

    paper = Complaint.objects.select_related("decision").get(pk=decided.pk).decision
    assert paper
    assert paper.state == DocumentState.SIGNED
    assert paper.title == "Quyết định giải quyết khiếu nại"
    assert paper.organization_id == place.body.pk
    assert paper.person_id == citizen.person_id


def test_a_decision_drops_what_was_still_asked(at: datetime) -> None:
    place, _citizen, complaint = complained(at)
    accept(complaint, place.deputy, at + DAY)
    asked = actions.ask_explanation(
        code=complaint.code, question="?", working_days=3, actor=place.deputy, at=at + DAY
    )

    decide(complaint, place.deputy, at + 2 * DAY)

    assert find_case(asked.case.code).state == "dropped"


@pytest.mark.parametrize(
    ("verdict", "remedy", "reasons", "refused"),
    [
        ("maybe", "nothing", "x", errors.VerdictMissing),
        ("right", "", "x", errors.VerdictMissing),
        ("right", "refund", " ", errors.ReasonMissing),
    ],
)
def test_a_decision_says_what_and_why(
    at: datetime, verdict: str, remedy: str, reasons: str, refused: type[Exception]
) -> None:
    place, _citizen, complaint = complained(at)
    accept(complaint, place.deputy, at + DAY)

    with pytest.raises(refused):
        actions.decide_complaint(
            code=complaint.code,
            verdict=verdict,
            remedy=remedy,
            reasons=reasons,
            actor=place.deputy,
            at=at + 2 * DAY,
        )


def test_who_complained_may_withdraw_until_it_is_decided(at: datetime) -> None:
    place, citizen, complaint = complained(at)
    accept(complaint, place.deputy, at + DAY)

    with pytest.raises(errors.ComplaintNotFound):
        actions.withdraw_complaint(code=complaint.code, actor=make_applicant(at=at), at=at + DAY)
    withdrawn = actions.withdraw_complaint(
        code=complaint.code, reason="Đã xong", actor=citizen, at=at + 2 * DAY
    )

    assert withdrawn.case.state == "withdrawn"
    assert withdrawn.outcome == "withdrawn"


def again(complaint: Complaint, citizen: Actor, at: datetime) -> Complaint:
    return actions.complain_again(
        code=complaint.code,
        statement="Vẫn chưa đúng.",
        demand="Xem lại.",
        file_ids=(),
        actor=citizen,
        at=at,
    )


def test_a_second_complaint_goes_to_the_body_above_within_thirty_days(at: datetime) -> None:
    place, citizen, complaint = complained(at)
    accept(complaint, place.deputy, at + DAY)
    with pytest.raises(errors.SecondNotOpen):
        again(complaint, citizen, at + DAY)
    decide(complaint, place.deputy, at + 2 * DAY, "wrong")

    with pytest.raises(errors.SecondNotOpen):
        again(complaint, citizen, at + 40 * DAY)
    second = again(complaint, citizen, at + 3 * DAY)

    assert second.case.holder_id == place.above.pk
    assert second.against_id == place.body.pk
    with pytest.raises(errors.AlreadyComplained):
        again(complaint, citizen, at + 4 * DAY)
    with pytest.raises(errors.SecondNotOpen):
        again(second, citizen, at + 5 * DAY)
    accepted = actions.accept_complaint(
        code=second.code, difficulty=Difficulty.PLAIN, actor=place.upper, at=at + 4 * DAY
    )
    assert accepted.resolve_by == end_of(date(2021, 1, 25))


def test_a_first_complaint_that_nobody_answers_opens_the_second(at: datetime) -> None:
    place, citizen, complaint = complained(at)
    accept(complaint, place.deputy, at + DAY)

    with pytest.raises(errors.SecondNotOpen):
        again(complaint, citizen, end_of(date(2021, 1, 7)))
    second = again(complaint, citizen, at_local(date(2021, 1, 8), time(8)))

    assert second.case.holder_id == place.above.pk


def test_where_nobody_stands_above_the_person_is_told(at: datetime) -> None:
    office, citizen = make_office(at=at), make_applicant(at=at)
    code = late_dossier(office, citizen, at)
    complaint = complain(code, citizen, at + 10 * DAY, about="late")
    accept(complaint, office.leader, at + 11 * DAY)
    decide(complaint, office.leader, at + 12 * DAY, "wrong")

    with pytest.raises(errors.NobodyAbove):
        again(complaint, citizen, at + 13 * DAY)


def test_the_person_the_heads_and_the_inspectors_hear_of_what_concerns_them(at: datetime) -> None:
    place, citizen, complaint = complained(at)
    inspector = make_officer(place.body, "inspector", at=at)
    run_until_quiet(at=at + timedelta(hours=2))
    accept(complaint, place.deputy, at + DAY)
    decide(complaint, place.deputy, at + 2 * DAY)
    run_until_quiet(at=at + 3 * DAY)

    told = list(
        Message.objects.filter(person=citizen.person_id, template__startswith="complaints.")
        .order_by("id")
        .values_list("template", flat=True)
    )
    assert told == ["complaints.filed", "complaints.accept", "complaints.decide"]
    informed = Message.objects.get(template="complaints.for_inspectors")
    assert informed.person_id == inspector.person_id
    for template in ("complaints.new_for_office", "complaints.decided_for_office"):
        heads = Message.objects.filter(template=template)
        assert set(heads.values_list("person", flat=True)) == {
            place.leader.person_id,
            place.deputy.person_id,
        }


def test_an_officers_look_is_written_down_with_its_purpose(at: datetime) -> None:
    place, citizen, complaint = complained(at)

    actions.open_complaint(code=complaint.code, actor=citizen, at=at)
    actions.open_complaint(code=complaint.code, actor=place.deputy, at=at)

    looks = looks_at_subject(f"complaint:{complaint.pk}")
    assert [look.purpose for look in looks] == ["Giải quyết khiếu nại"]
    assert looks[0].field_titles == "người khiếu nại, nội dung khiếu nại, giấy tờ đính kèm"
    with pytest.raises(errors.ComplaintNotFound):
        actions.open_complaint(code=complaint.code, actor=place.upper, at=at)


def test_facts_say_what_and_whether_in_time_and_nobodys_name(at: datetime) -> None:
    place, _citizen, complaint = complained(at)
    accept(complaint, place.deputy, at + DAY)
    decide(complaint, place.deputy, at + 50 * DAY)

    filed, decided = (
        next(iter(fact_rows(name)))
        for name in ("complaints.complaint_filed", "complaints.complaint_decided")
    )
    assert filed.payload == {"about": "decision", "instance": 1}
    assert decided.payload == {
        "about": "decision",
        "instance": 1,
        "verdict": "right",
        "in_time": False,
    }


def test_a_companys_complaint_is_every_agents_and_nobodys_own(at: datetime) -> None:
    place = make_place(at=at)
    company = make_company(at)
    first, second = agent_of(company, at), agent_of(company, at)
    complaint = complain(refused_dossier(place, first, at), first, at)
    alone = actor_for_account(first.account_id or 0, at, assurance=2)

    assert complaint.on_behalf_of_id == company.pk
    assert [each.pk for each in complaints_of(company_id=company.pk)] == [complaint.pk]
    assert complaints_of(person_id=first.person_id) == []
    with pytest.raises(errors.ComplaintNotFound):
        actions.withdraw_complaint(code=complaint.code, actor=alone, at=at)
    assert actions.withdraw_complaint(code=complaint.code, actor=second, at=at).outcome


def make_company(at: datetime) -> Organization:
    return create_organization(
        name="Công ty Mẫu Thử",
        kind=OrganizationKind.OTHER,
        level=OrganizationLevel.COMMUNE,
        unit_code="98001",
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
