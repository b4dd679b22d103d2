"""Who works where, and who was seen in person."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nentang.foundation.identity.errors import (
    AppointmentNotFound,
    NotYourOrganization,
    OwnMatterOnly,
    RoleUnknown,
)
from nentang.foundation.identity.models import Account, Appointment
from nentang.foundation.identity.public import (
    actor_for_account,
    appoint_officer,
    end_appointment,
    raise_assurance,
)
from nentang.foundation.organizations.public import Organization
from nentang.kernel import clock

from .factories import make_account, make_appointment, make_body, make_person
from .test_signing_in import sign_in

pytestmark = pytest.mark.django_db

OFFICERS = "/quan-tri/can-bo/"
DAY = date(2020, 12, 7)


@pytest.fixture(autouse=True)
def _it_is_december_2020(at: datetime) -> None:
    clock.use(lambda: at)


@pytest.fixture
def body(at: datetime) -> Organization:
    return make_body(at=at)


@pytest.fixture
def administrator(at: datetime, body: Organization) -> Account:
    account = make_account(at=at)
    make_appointment(at=at, account=account, organization_id=body.pk, role="administrator")
    return account


def test_the_administrator_appoints_and_ends(
    client: Client, at: datetime, body: Organization, administrator: Account
) -> None:
    colleague = make_account(at=at, person=make_person(at=at, full_name="Bùi Văn Thử"))
    sign_in(client, administrator)
    asked = {
        "account": colleague.username,
        "role": "clerk",
        "organization": body.pk,
        "valid_from": "2020-12-01",
    }
    assert client.post(OFFICERS, asked).status_code == 302
    client.post(OFFICERS, asked)
    appointment = Appointment.objects.get(account=colleague)
    assert "Bùi Văn Thử" in client.get(OFFICERS).content.decode()
    assert actor_for_account(colleague.pk, at).has_role("clerk", organization_id=body.pk)
    client.post(f"{OFFICERS}{appointment.pk}/ket-thuc/")
    assert not actor_for_account(colleague.pk, at).is_officer


def test_who_holds_no_office_does_not_see_the_page(client: Client, at: datetime) -> None:
    sign_in(client, make_account(at=at))
    assert client.get(OFFICERS).status_code == 403


def test_an_administrator_rules_below_but_not_beside(
    at: datetime, body: Organization, administrator: Account
) -> None:
    below = make_body(at=at, name="Chi cục Mẫu", parent_id=body.pk)
    beside = make_body(at=at, name="Sở Khác")
    actor = actor_for_account(administrator.pk, at)
    asked = {"account_id": administrator.pk, "role": "clerk", "valid_from": DAY}
    appoint_officer(**asked, organization_id=below.pk, actor=actor, at=at)  # type: ignore[arg-type]
    with pytest.raises(NotYourOrganization):
        appoint_officer(**asked, organization_id=beside.pk, actor=actor, at=at)  # type: ignore[arg-type]


def test_a_role_that_nobody_declared_is_refused(
    at: datetime, body: Organization, administrator: Account
) -> None:
    with pytest.raises(RoleUnknown):
        appoint_officer(
            account_id=administrator.pk,
            role="king",
            organization_id=body.pk,
            valid_from=DAY,
            actor=actor_for_account(administrator.pk, at),
            at=at,
        )


def test_an_unknown_appointment_is_not_found(at: datetime, administrator: Account) -> None:
    with pytest.raises(AppointmentNotFound):
        end_appointment(
            appointment_id=9, valid_to=DAY, actor=actor_for_account(administrator.pk, at), at=at
        )


def test_the_list_costs_as_many_queries_for_many_as_for_one(
    client: Client, at: datetime, body: Organization, administrator: Account
) -> None:
    sign_in(client, administrator)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(OFFICERS).status_code == 200
        counts.append(len(queries))
        for _number in range(5):
            make_appointment(at=at, account=make_account(at=at), organization_id=body.pk)
    assert counts[0] == counts[1]


def test_a_clerk_raises_whom_they_see_to_level_two(
    client: Client, at: datetime, body: Organization
) -> None:
    clerk, person = make_account(at=at), make_person(at=at, full_name="Bùi Văn Thử")
    account = make_account(at=at, person=person)
    make_appointment(at=at, account=clerk, organization_id=body.pk)
    sign_in(client, clerk)
    asked = {
        "number": person.personal_number,
        "full_name": "Bùi Văn Thử",
        "basis": "Thẻ căn cước và gương mặt",
    }
    assert client.post("/quan-tri/xac-minh/", {**asked, "full_name": "Khác"}).status_code == 422
    assert client.post("/quan-tri/xac-minh/", asked).status_code == 302
    account.refresh_from_db()
    assert account.assurance_max == 2


def test_nobody_raises_their_own_level(at: datetime, body: Organization) -> None:
    clerk = make_account(at=at)
    make_appointment(at=at, account=clerk, organization_id=body.pk)
    actor = actor_for_account(clerk.pk, at + timedelta(minutes=1))
    with pytest.raises(OwnMatterOnly):
        raise_assurance(account_id=clerk.pk, basis="Tôi là tôi", actor=actor, at=at)
