"""What looks like an attack becomes one case for whoever answers for security there."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from nentang.agreements.actor import Actor
from nentang.foundation.audit.models import Record
from nentang.foundation.audit.public import record_look
from nentang.foundation.identity.actions import record_sign_in
from nentang.foundation.notifications.models import Message
from nentang.kernel import clock
from nentang.kernel.errors import NotAllowed
from nentang.trust.watch.actions import decide_alarm, open_alarm, raise_alarm, watch_over
from nentang.trust.watch.enums import Sign
from nentang.trust.watch.errors import AlarmDecided, AlarmNotFound, FindingMissing
from nentang.trust.watch.models import Alarm, Refusal
from nentang.trust.watch.rules import Measure, is_sign, night_around, signs_on
from tests.foundation.identity.factories import make_account, make_person
from tests.government.services.factories import (
    Office,
    make_applicant,
    make_neighbour,
    make_office,
    make_officer,
    sign_in,
)

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def office(at: datetime, settings: Settings) -> Office:
    settings.DEMO = True
    clock.use(lambda: at)
    return make_office(at=at)


@pytest.fixture
def guard(office: Office, at: datetime) -> Actor:
    return make_officer(office.body, "security_officer", at=at)


def look_at(people: int, actor: Actor, at: datetime) -> None:
    for person_id in range(90_000, 90_000 + people):
        record_look(
            actor=actor,
            subject="dossier:1",
            person_id=person_id,
            fields=("full_name",),
            purpose="xử lý hồ sơ",
            legal_basis="thử",
            at=at,
        )


def test_ten_wrong_passwords_within_an_hour_open_one_case_and_tell_the_guard(
    guard: Actor, at: datetime
) -> None:
    account = make_account(at=at)
    for _ in range(9):
        record_sign_in(account_id=account.pk, how="password", success=False, at=at)
    assert watch_over(at=at) == 0
    record_sign_in(account_id=account.pk, how="password", success=False, at=at)
    watch_over(at=at)
    watch_over(at=at + timedelta(minutes=5))
    alarm = Alarm.objects.get()
    assert (alarm.sign, alarm.account_id, alarm.count) == (Sign.GUESSES, account.pk, 10)
    told = Message.objects.get(person=guard.person_id)
    assert alarm.case
    assert alarm.case.code in told.link
    assert account.username not in told.title + told.body


def test_wrong_passwords_long_ago_are_no_sign(guard: Actor, at: datetime) -> None:
    account = make_account(at=at)
    for _ in range(20):
        record_sign_in(account_id=account.pk, how="password", success=False, at=at - 2 * HOUR)
    assert watch_over(at=at) == 0


def test_whoever_is_refused_thirty_times_is_noticed_by_page_and_interface(
    office: Office, guard: Actor, at: datetime
) -> None:
    prober = sign_in(make_applicant(at=at))
    for number in range(29):
        assert prober.get(f"/ho-so/H42.15.37-201207-{number:04d}/").status_code == 404
    assert watch_over(at=at) == 0
    assert prober.get("/api/v1/dossiers/H42.15.37-201207-0001").status_code == 404
    assert Refusal.objects.count() == 30
    assert watch_over(at=at) == 1
    assert Alarm.objects.get().sign == Sign.REFUSALS


def test_a_stranger_who_is_refused_leaves_no_row(office: Office) -> None:
    Client().get("/ho-so/H42.15.37-201207-0001/")
    assert not Refusal.objects.exists()


def test_looks_far_above_ones_usual_number_are_a_sign(
    office: Office, guard: Actor, at: datetime
) -> None:
    look_at(60, office.clerk, at)
    assert watch_over(at=at + timedelta(minutes=1)) == 1
    alarm = Alarm.objects.get()
    assert (alarm.sign, alarm.count, alarm.usual) == (Sign.LOOKS, 60, 0)
    assert alarm.case
    assert alarm.case.organization_id == office.body.pk


def test_whoever_looks_at_many_every_day_is_not_noticed_for_it(
    office: Office, guard: Actor, at: datetime
) -> None:
    for day in range(2, 30):
        look_at(30, office.clerk, at - day * DAY)
    look_at(80, office.clerk, at)
    assert watch_over(at=at + timedelta(minutes=1)) == 0
    look_at(95, office.clerk, at)
    assert watch_over(at=at + timedelta(minutes=2)) == 1


def test_twenty_people_looked_at_by_night_are_a_sign_and_by_day_none(
    office: Office, guard: Actor, at: datetime
) -> None:
    look_at(20, office.clerk, at)
    assert watch_over(at=at + timedelta(minutes=1)) == 0
    midnight = datetime(2020, 12, 7, 17, 30, tzinfo=UTC)  # 00:30 on 8 December in Viet Nam
    look_at(20, office.clerk, midnight)
    assert watch_over(at=midnight + timedelta(minutes=1)) == 1
    assert Alarm.objects.get().sign == Sign.NIGHT


def test_an_alarm_is_seen_and_decided_by_the_guard_of_that_body_alone(
    office: Office, guard: Actor, at: datetime
) -> None:
    other = make_officer(make_neighbour(office, at=at).body, "security_officer", at=at)
    account_id = office.clerk.account_id or 0
    alarm = raise_alarm(sign=Sign.LOOKS, account_id=account_id, count=99, usual=1, at=at)
    assert alarm.case
    code = alarm.case.code
    for stranger in (other, office.leader, office.clerk):
        with pytest.raises(AlarmNotFound):
            open_alarm(code=code, actor=stranger, at=at)
        with pytest.raises((AlarmNotFound, NotAllowed)):
            decide_alarm(code=code, verdict="harmless", finding="Không", actor=stranger, at=at)
    assert open_alarm(code=code, actor=guard, at=at).pk == alarm.pk
    assert Record.objects.filter(person_id=office.clerk.person_id).exclude(purpose="").exists()
    with pytest.raises(FindingMissing):
        decide_alarm(code=code, verdict="harmless", finding=" ", actor=guard, at=at)
    done = decide_alarm(code=code, verdict="attack", finding="Bán dữ liệu", actor=guard, at=at)
    assert done.case
    assert done.case.closed_at == at
    with pytest.raises(AlarmDecided):
        decide_alarm(code=code, verdict="harmless", finding="Thôi", actor=guard, at=at)


def test_nobody_decides_an_alarm_about_themselves(
    office: Office, guard: Actor, at: datetime
) -> None:
    alarm = raise_alarm(sign=Sign.NIGHT, account_id=guard.account_id or 0, count=20, usual=0, at=at)
    assert alarm.case
    with pytest.raises(AlarmNotFound):
        open_alarm(code=alarm.case.code, actor=guard, at=at)
    assert not Message.objects.filter(person=guard.person_id).exists()
    assert alarm.case.code not in sign_in(guard).get("/canh-bao/").content.decode()


def test_an_alarm_waits_for_somebody_to_answer_for_security(
    office: Office, at: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    account = make_account(at=at, person=make_person(at=at))
    for _ in range(10):
        record_sign_in(account_id=account.pk, how="password", success=False, at=at)
    watch_over(at=at)
    assert Alarm.objects.get().case is None
    assert "nobody answers for security" in caplog.text
    make_officer(office.body, "security_officer", at=at)
    watch_over(at=at)
    assert Alarm.objects.get().case is not None


def test_the_desk_shows_the_alarm_and_takes_what_it_was(
    office: Office, guard: Actor, at: datetime
) -> None:
    alarm = raise_alarm(
        sign=Sign.LOOKS, account_id=office.clerk.account_id or 0, count=99, usual=7, at=at
    )
    assert alarm.case
    desk, page = sign_in(guard), f"/canh-bao/{alarm.case.code}/"
    assert page in desk.get("/canh-bao/").content.decode()
    assert office.clerk.name in desk.get(page).content.decode()
    refused = desk.post(page, {"verdict": "attack", "finding": ""})
    assert (refused.status_code, "Chọn kết luận" in refused.content.decode()) == (422, True)
    assert desk.post(page, {"verdict": "harmless", "finding": "Dọn tồn"}).status_code == 302
    assert "Dọn tồn" in desk.get(page).content.decode()
    assert sign_in(office.leader).get("/canh-bao/").status_code == 403


@given(st.integers(0, 10_000), st.integers(0, 10_000), st.floats(0, 1000))
def test_more_is_never_less_of_a_sign(count: int, more: int, usual: float) -> None:
    measure = Measure(60, least=20, times=3)
    assert is_sign(measure, count + more, usual) or not is_sign(measure, count, usual)


@given(st.integers(0, 10 * 365 * 24 * 60))
def test_every_instant_is_in_one_night_or_in_none(minutes: int) -> None:
    at = datetime(2019, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    night = night_around(at, signs_on(at.date()).value)
    hour = at.astimezone(clock.VIETNAM).time()
    assert (night is not None) == (hour >= time(22) or hour < time(5))
    assert night is None or night[0] <= at < night[1]
