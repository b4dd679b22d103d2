"""States reach other portals once and in the end alike, whatever is lost, doubled or late on the way."""

import json
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.agreements.actor import Actor, ActorKind, Role
from nentang.foundation.casework.public import TimelineEntry
from nentang.government.services.actions import receive_dossier, refuse_intake
from nentang.government.services.models import Dossier
from nentang.government.services.public import Position, national_states_after
from nentang.government.status_sync.actions import (
    close_portal,
    connect_portal,
    fetch_states,
    send_states,
    take_states,
)
from nentang.government.status_sync.adapters.line import key_of
from nentang.government.status_sync.errors import (
    NotYourPortals,
    PortalKnown,
    PortalUnreadable,
    StatesUnreadable,
)
from nentang.government.status_sync.models import Portal, PortalState
from nentang.government.status_sync.queries import state_elsewhere
from nentang.government.status_sync.rules.retry import LONGEST, wait_after
from nentang.government.status_sync.rules.states import TakenState, newest, read_states
from nentang.kernel import clock
from nentang.kernel.signatures import payload_of
from tests.browser import assert_accessible, assert_no_sideways_scroll, open_page
from tests.foundation.identity.factories import make_account, make_appointment
from tests.foundation.organizations.factories import make_organization
from tests.government.services.factories import Office, make_applicant, make_dossier, make_office

pytestmark = pytest.mark.django_db
STEPS = ["open", "receive", "examine", "refuse_intake"]
ADMINISTRATOR = Actor(
    kind=ActorKind.OFFICER, account_id=None, person_id=None, roles=(Role("administrator", 1),)
)


@pytest.fixture(autouse=True)
def _now_is(at: datetime, settings: Settings) -> None:
    settings.DEBUG = True  # plain http to ourselves
    clock.use(lambda: at)


def connected(at: datetime, code: str = "cong-quoc-gia", **more: str) -> Portal:
    return connect_portal(code=code, name="Cổng mẫu", actor=ADMINISTRATOR, at=at, **more)


def dossier(at: datetime, office: Office) -> Dossier:
    return make_dossier(at=at, office=office, applicant=make_applicant(at=at))


def moved(go: Callable[[], int], expected: int) -> int:
    """How many moved until all had; transactions of others may hold some back for a moment."""
    count = go()
    for _ in range(100):
        if count >= expected:
            break
        time.sleep(0.05)
        count += go()
    return count


def state(code: str, number: int, at: datetime, sequence: int) -> TakenState:
    return TakenState(code, number, at, sequence)


def told(*states: TakenState) -> bytes:
    return json.dumps(
        {
            "states": [
                {
                    "code": each.code,
                    "state": each.state,
                    "at": each.at.isoformat(),
                    "sequence": each.sequence,
                }
                for each in states
            ]
        }
    ).encode()


def call(
    client: Client, portal: Portal, body: bytes = b"", *, path: str = "/api/v1/states", **more: Any
) -> Any:
    timestamp = str(int(more.get("signed_at", clock.now()).timestamp()))
    key = key_of(more.get("key_of", portal.code))
    headers = {
        "Portal-Code": portal.code,
        "Portal-Timestamp": timestamp,
        "Portal-Signature": key.sign(payload_of(timestamp, body or path.encode())),
    }
    if not body:
        return client.get(path, headers=headers)
    sent = more.get("sent", body)
    return client.post(path, sent, content_type="application/json", headers=headers)


def test_a_portal_hands_states_over_and_the_latest_stands(client: Client, at: datetime) -> None:
    portal = connected(at)
    early, late = state("A-1", 2, at, 1), state("A-1", 4, at + timedelta(hours=1), 2)

    first = call(client, portal, told(late, state("A-2", 1, at, 3)))
    again = call(client, portal, told(early, late))

    assert first.json() == {"taken": 2, "newer": 2}
    assert again.json() == {"taken": 2, "newer": 0}
    (known,) = state_elsewhere("A-1")
    assert (known.state, known.at) == (4, at + timedelta(hours=1))


def test_only_a_connected_portal_that_signed_just_now_is_heard(
    client: Client, at: datetime
) -> None:
    portal = connected(at)
    other = connected(at, "cong-khac")
    body = told(state("A-1", 2, at, 1))

    refused = [
        call(client, portal, body, key_of=other.code),
        call(client, portal, body, signed_at=at - timedelta(minutes=6)),
        call(client, portal, body, sent=body.replace(b'"state": 2', b'"state": 9')),
        client.post("/api/v1/states", body, content_type="application/json"),
    ]
    close_portal(code=portal.code, is_open=False, actor=ADMINISTRATOR, at=at)
    closed = call(client, portal, body)

    assert [each.status_code for each in refused] == [401] * 4
    assert closed.status_code == 401
    assert not PortalState.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        b"[]",
        b"{}",
        b"{",
        b'{"states": []}',
        b'{"states": [1]}',
        b'{"states": [{"code": "A", "state": 0, "at": "2020-01-01T00:00:00+07:00", "sequence": 1}]}',
        b'{"states": [{"code": "A", "state": 11, "at": "2020-01-01T00:00:00+07:00", "sequence": 1}]}',
        b'{"states": [{"code": "A", "state": true, "at": "2020-01-01T00:00:00+07:00", "sequence": 1}]}',
        b'{"states": [{"code": "A", "state": 1, "at": "2020-01-01T00:00:00", "sequence": 1}]}',
        b'{"states": [{"code": "", "state": 1, "at": "2020-01-01T00:00:00+07:00", "sequence": 1}]}',
        b'{"states": [{"code": "A", "state": 1, "at": "2020-01-01T00:00:00+07:00", "sequence": -1}]}',
    ],
)
def test_a_batch_without_the_agreed_form_is_refused_whole(
    client: Client, at: datetime, wrong: bytes
) -> None:
    answer = call(client, connected(at), wrong)

    assert answer.status_code == 422
    assert answer.json()["code"] == "status_sync.states_unreadable"


def test_a_thousand_fit_in_a_batch_and_one_more_does_not(at: datetime) -> None:
    many = [state(f"A-{number}", 1, at, number) for number in range(1001)]

    assert len(read_states(json.loads(told(*many[:1000])))) == 1000
    with pytest.raises(StatesUnreadable):
        read_states(json.loads(told(*many)))


moments = st.integers(0, 3)


@given(
    st.lists(
        st.tuples(st.sampled_from("ABC"), st.integers(1, 10), moments, st.integers(0, 3)),
        max_size=20,
    ),
    st.randoms(use_true_random=False),
)
@hypothesis_settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_order_and_any_repetition_end_alike(
    at: datetime, moved: list[tuple[str, int, int, int]], dice: Random
) -> None:
    portal = Portal.objects.first() or connected(at)
    PortalState.objects.all().delete()
    states = [
        state(code, number, at + timedelta(days=day), seq) for code, number, day, seq in moved
    ]
    shuffled = [*states, *dice.sample(states, len(states) // 2)]
    dice.shuffle(shuffled)
    cut = len(shuffled) // 2

    for batch in (shuffled[:cut], shuffled[cut:]):
        take_states(portal=portal, states=batch, at=at)

    kept = {each.code: each for each in newest(states).values()}
    known = PortalState.objects.filter(portal=portal)
    assert {each.code: (each.state, each.at, each.sequence) for each in known} == {
        code: (each.state, each.at, each.sequence) for code, each in kept.items()
    }


@pytest.mark.django_db(transaction=True)
def test_two_installations_hear_each_other(live_server: LiveServer, at: datetime) -> None:
    """The same installation plays both: what it sends under one code it takes in under another."""
    here = f"{live_server.url}/api/v1/states"
    connected(at, "ben-nhan")
    key = key_of("ben-nhan").secret.decode()
    connected(at, "ben-gui", push_url=here, our_code="ben-nhan", their_key=key)
    office = make_office(at=at)
    taken, refused = (dossier(at, office) for _ in range(2))
    receive_dossier(code=taken.code, actor=office.clerk, at=at + timedelta(minutes=5))
    refuse_intake(
        code=refused.code, reason="Nhầm nơi", actor=office.clerk, at=at + timedelta(minutes=9)
    )

    steps = TimelineEntry.objects.filter(case__kind="dossier", step__in=STEPS).count()
    sent = moved(lambda: send_states(at=at), steps)

    assert (sent, send_states(at=at)) == (steps, 0)
    known = {each.code: each.state for each in PortalState.objects.filter(portal__code="ben-nhan")}
    assert known == {taken.code: 4, refused.code: 3}
    assert "their_key" not in key
    assert key not in Portal.objects.get(code="ben-gui").their_key


@pytest.mark.django_db(transaction=True)
def test_a_portal_that_is_asked_gives_page_after_page(
    live_server: LiveServer, at: datetime
) -> None:
    connected(at, "ben-nhan")
    key = key_of("ben-nhan").secret.decode()
    pages = f"{live_server.url}/api/v1/states"
    connected(at, "ben-lay", pull_url=pages, our_code="ben-nhan", their_key=key)
    office = make_office(at=at)
    dossiers = [dossier(at, office) for _ in range(3)]

    fetched = moved(lambda: fetch_states(at=at), 3)
    receive_dossier(code=dossiers[0].code, actor=office.clerk, at=at + timedelta(minutes=5))
    more = moved(lambda: fetch_states(at=at), 2)
    nothing = fetch_states(at=at)

    assert (fetched, nothing) == (3, 0)
    assert more == 2
    states = PortalState.objects.filter(portal__code="ben-lay").order_by("code")
    assert sorted(each.state for each in states) == [1, 1, 4]


def test_a_portal_that_does_not_answer_is_tried_ever_later(at: datetime) -> None:
    connected(at, push_url="http://127.0.0.1:9/", pull_url="http://127.0.0.1:9/")
    dossier(at, make_office(at=at))

    assert send_states(at=at) == 0
    portal = Portal.objects.get()
    paused = send_states(at=at + timedelta(seconds=9))
    failures_then = Portal.objects.get().failures
    send_states(at=at + timedelta(seconds=11))

    assert portal.next_try_at == at + timedelta(seconds=10)
    assert (paused, failures_then, Portal.objects.get().failures) == (0, 1, 2)
    assert (portal.sent_txid, portal.sent_id) == (-1, 0)
    assert wait_after(60) == LONGEST


def test_only_an_administrator_connects_and_addresses_are_safe(
    at: datetime, settings: Settings
) -> None:
    settings.DEBUG = settings.DEMO = False
    stranger = Actor(kind=ActorKind.PERSON, account_id=1, person_id=1)
    connected(at, push_url="https://cong.example.vn/nhan")

    with pytest.raises(NotYourPortals):
        connect_portal(code="cong-b", name="B", actor=stranger, at=at)
    with pytest.raises(PortalKnown):
        connected(at)
    for wrong in (
        {"code": "CỔNG"},
        {"code": "cong-c", "push_url": "http://cong.example.vn/"},
        {"code": "cong-d", "push_url": "file:///etc/passwd"},
        {"code": "cong-e", "pull_url": "https://"},
    ):
        with pytest.raises(PortalUnreadable):
            connected(at, **wrong)


def test_the_key_is_shown_once(client: Client, at: datetime) -> None:
    account, body = make_account(at=at), make_organization(at=at)
    make_appointment(at=at, account=account, organization_id=body.pk, role="administrator")
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")

    made = client.post("/lien-thong/", {"ma": "cong-bo", "ten": "Cổng Bộ"})
    later = client.get("/lien-thong/")
    stopped = client.post("/lien-thong/cong-bo/", {"mo": "khong"}, follow=True)

    key = key_of("cong-bo").secret.decode()
    assert key in made.text
    assert key not in later.text
    assert "Đã dừng" in stopped.text


def test_an_administrator_looks_up_a_dossier_of_another_portal(
    client: Client, at: datetime
) -> None:
    take_states(portal=connected(at), states=[state("A-1", 5, at, 1)], at=at)
    account, body = make_account(at=at), make_organization(at=at)
    make_appointment(at=at, account=account, organization_id=body.pk, role="administrator")
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")

    assert "Chờ người nộp bổ sung" in client.get("/lien-thong/?tra=A-1").text
    assert "Chưa cổng nào báo" in client.get("/lien-thong/?tra=A-2").text


def test_a_person_sees_no_portals(client: Client, at: datetime) -> None:
    applicant = make_applicant(at=at)
    assert applicant.account_id

    assert client.get("/lien-thong/").status_code in (302, 403)


def test_reading_the_next_states_costs_two_queries(
    at: datetime, django_assert_num_queries: Any
) -> None:
    office = make_office(at=at)
    for _ in range(3):
        dossier(at, office)

    horizon = 1 if connection.vendor == "postgresql" else 0
    with django_assert_num_queries(2 + horizon):
        assert len(national_states_after(Position(-1, 0), limit=100)) == 3


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_page_is_accessible_and_narrow(
    live_server: LiveServer, settings: Settings, at: datetime
) -> None:
    settings.DEMO = True
    connected(at, push_url="https://cong.example.vn/nhan")
    account, body = make_account(at=at), make_organization(at=at)
    make_appointment(at=at, account=account, organization_id=body.pk, role="administrator")

    with open_page(live_server.url + "/dang-nhap/") as page:
        page.locator(f'button[name=account][value="{account.pk}"]').click()
        page.wait_for_load_state()
        page.goto(f"{live_server.url}/lien-thong/")
        assert_accessible(page)
        assert_no_sideways_scroll(page, 320)
