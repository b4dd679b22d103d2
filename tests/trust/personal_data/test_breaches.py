"""A body writes a breach down and tells the authority within 72 hours."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pytest_django import Settings

from nentang.agreements.actor import Actor
from nentang.foundation.outbox.public import run_until_quiet
from nentang.kernel import clock
from nentang.kernel.law import NothingInForce
from nentang.trust.personal_data.actions import notify_authority, record_breach
from nentang.trust.personal_data.errors import (
    BreachIncomplete,
    BreachNotFound,
    NotInCharge,
    ToldAlready,
)
from nentang.trust.personal_data.models import Breach
from tests.government.services.factories import (
    Office,
    make_neighbour,
    make_office,
    make_officer,
    sign_in,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def office() -> Office:
    return make_office(at=NOW)


@pytest.fixture
def guard(office: Office) -> Actor:
    return make_officer(office.body, "data_protection", at=NOW)


def recorded(office: Office, actor: Actor, **other: Any) -> Breach:
    """A list of dossiers went to a wrong address."""
    entered = {
        "what": "Gửi nhầm danh sách hồ sơ.",
        "measures": "Đã thu hồi thư.",
        "places": ["services.Dossier", "casework.Case"],
        "people": 12,
        "found_at": NOW - HOUR,
    }
    return record_breach(
        organization_id=office.body.pk, actor=actor, at=NOW, **{**entered, **other}
    )


def test_the_clock_runs_from_when_it_was_found_out(office: Office, guard: Actor) -> None:
    breach = recorded(office, guard)

    assert breach.due_at == NOW + 71 * HOUR
    assert breach.places == ["casework.Case", "services.Dossier"]


def test_the_notice_is_a_signed_paper_and_is_made_once(office: Office, guard: Actor) -> None:
    breach = recorded(office, guard)

    told = notify_authority(code=breach.code, actor=guard, at=NOW + HOUR)
    run_until_quiet(at=NOW + HOUR)

    assert told.was_told_in_time
    assert told.notice
    told.notice.refresh_from_db()
    assert told.notice.state == "signed"
    with pytest.raises(ToldAlready):
        notify_authority(code=breach.code, actor=guard, at=NOW + HOUR)


def test_a_late_notice_is_late(office: Office, guard: Actor) -> None:
    breach = recorded(office, guard)

    assert not notify_authority(code=breach.code, actor=guard, at=NOW + 72 * HOUR).was_told_in_time


def test_only_who_answers_for_personal_data_there(office: Office, guard: Actor) -> None:
    neighbour = make_neighbour(office, at=NOW)
    other = make_officer(neighbour.body, "data_protection", at=NOW)
    breach = recorded(office, guard)

    with pytest.raises(NotInCharge):
        recorded(office, other)
    with pytest.raises(BreachNotFound):
        notify_authority(code=breach.code, actor=other, at=NOW)


@pytest.mark.parametrize(
    "lack",
    [
        {"what": " "},
        {"measures": ""},
        {"places": ["nothing.Such"]},
        {"people": -1},
        {"found_at": NOW + HOUR},
    ],
)
def test_a_breach_without_its_facts_is_refused(
    office: Office, guard: Actor, lack: dict[str, Any]
) -> None:
    with pytest.raises(BreachIncomplete):
        recorded(office, guard, **lack)


def test_before_july_2023_no_law_asks_for_it(office: Office, guard: Actor) -> None:
    with pytest.raises(NothingInForce):
        recorded(office, guard, found_at=datetime(2023, 6, 30, 2, 0, tzinfo=UTC))


def test_the_page_records_and_makes_the_notice(
    office: Office, guard: Actor, settings: Settings
) -> None:
    settings.DEMO = True
    clock.use(lambda: NOW)
    desk = sign_in(guard)
    entered = {
        "organization": office.body.pk,
        "what": "Mất máy tính.",
        "places": ["services.Dossier"],
        "people": "3",
        "found_at": "2026-03-04T08:00",
        "measures": "Đã khóa máy.",
    }

    assert desk.post("/bao-ve-du-lieu/vi-pham/", entered).status_code == 302
    breach = Breach.objects.get()
    assert breach.due_at == NOW + 71 * HOUR
    assert "Mất máy tính." in desk.get("/bao-ve-du-lieu/vi-pham/").content.decode()
    made = desk.post(f"/bao-ve-du-lieu/vi-pham/{breach.code}/thong-bao/")
    assert desk.get(made.url).status_code == 200
