"""People and offices are reminded of what waits for them: each stage of each wait once."""

from datetime import datetime, timedelta

import pytest

from nentang.foundation.notifications.models import Message
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.services import actions
from nentang.government.services.enums import DeliveryWay
from nentang.kernel import clock

from .factories import Office, make_applicant, make_dossier, make_office

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(at: datetime) -> Office:
    clock.use(lambda: at)
    return make_office(at=at)


def after(at: datetime, days: float) -> datetime:
    return at + timedelta(days=days)


def told(person_id: int | None, template: str) -> int:
    return Message.objects.filter(person_id=person_id, template=f"services.{template}").count()


def test_an_unanswered_supplement_is_called_to_mind_twice(office: Office, at: datetime) -> None:
    mother = make_applicant(at=at)
    code = make_dossier(office=office, applicant=mother, at=at).code
    actions.ask_supplement(code=code, items="Giấy chứng sinh", actor=office.clerk, at=at)

    sent = [actions.remind(at=after(at, days)) for days in (1, 3, 3.1, 9, 10, 30)]
    assert sent == [0, 1, 0, 0, 1, 0]
    assert told(mother.person_id, "remind_supplement") == 2


def test_after_a_long_stop_of_the_job_one_reminder_is_sent_not_all(
    office: Office, at: datetime
) -> None:
    mother = make_applicant(at=at)
    code = make_dossier(office=office, applicant=mother, at=at).code
    actions.ask_supplement(code=code, items="Giấy chứng sinh", actor=office.clerk, at=at)

    assert actions.remind(at=after(at, 20)) == 1
    assert actions.remind(at=after(at, 21)) == 0


def test_who_answered_hears_nothing(office: Office, at: datetime) -> None:
    mother = make_applicant(at=at)
    code = make_dossier(office=office, applicant=mother, at=at).code
    actions.ask_supplement(code=code, items="Giấy chứng sinh", actor=office.clerk, at=at)
    actions.answer_supplement(code=code, answer="Đây", file_ids=[], actor=mother, at=at)
    actions.receive_dossier(code=code, actor=office.clerk, at=at)

    assert actions.remind(at=after(at, 4)) == 0


def test_an_unpaid_fee_is_called_to_mind(office: Office, at: datetime) -> None:
    citizen = make_applicant(at=at)
    code = make_dossier(office=office, applicant=citizen, at=at, procedure="2.000635").code
    actions.receive_dossier(code=code, actor=office.clerk, at=at)

    assert [actions.remind(at=after(at, days)) for days in (0.9, 1, 5)] == [0, 1, 1]
    assert told(citizen.person_id, "remind_fee") == 2


def test_a_result_at_the_counter_waits_and_says_so(office: Office, at: datetime) -> None:
    mother, father = make_applicant(at=at), make_applicant(at=at)
    for applicant, way in ((mother, DeliveryWay.COUNTER), (father, DeliveryWay.POST)):
        code = make_dossier(office=office, applicant=applicant, at=at).code
        actions.choose_delivery(
            code=code,
            way=way,
            counter_id=None,
            address="Số 1 ngõ Thử, xã Mẫu",
            actor=applicant,
            at=at,
        )
        actions.receive_dossier(code=code, actor=office.clerk, at=at)
        actions.propose_decision(code=code, actor=office.clerk, at=at)
        actions.grant_dossier(code=code, actor=office.leader, at=at)
    run_until_quiet(at=at + timedelta(minutes=1))

    assert [actions.remind(at=after(at, days)) for days in (2, 3, 15)] == [0, 1, 1]
    assert told(mother.person_id, "remind_result") == 2


def test_an_office_hears_of_what_nobody_received_within_eight_working_hours(
    office: Office, at: datetime
) -> None:
    mother = make_applicant(at=at)
    make_dossier(office=office, applicant=mother, at=at)  # Monday 7/12, 9:00

    hours = [7, 23, 25, 26]  # 16:00, Tuesday 8:00, 10:00 (8 hours worked), 11:00
    assert [actions.remind(at=at + timedelta(hours=each)) for each in hours] == [0, 0, 1, 0]
    assert told(office.leader.person_id, "not_received") == 1
    assert told(mother.person_id, "not_received") == 0


def test_a_message_leads_to_the_dossier_it_speaks_of(office: Office, at: datetime) -> None:
    mother = make_applicant(at=at)
    code = make_dossier(office=office, applicant=mother, at=at).code
    actions.receive_dossier(code=code, actor=office.clerk, at=at)
    run_until_quiet(at=at)

    message = Message.objects.get(person_id=mother.person_id, template="services.receive")

    assert message.link == f"/ho-so/{code}/"
