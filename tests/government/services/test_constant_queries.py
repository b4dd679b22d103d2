"""Pages that are looked at all day ask the database no more often for 500 dossiers than for 5, for 10 roles than for 1."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.casework.models import Case
from nentang.foundation.identity.public import appoint_officer
from nentang.foundation.organizations.public import (
    OrganizationKind,
    OrganizationLevel,
    create_organization,
)
from nentang.government.services.models import Dossier

from .factories import Office, make_applicant, make_office, sign_in
from .test_old_dossiers import in_state, take, write

AT = datetime(2021, 3, 1, 2, 0, tzinfo=UTC)
OFFICERS = ("/viec/", "/viec/?loc=ca-bo-phan&q=le+mau", "/viec/dieu-hanh/", "/mot-cua/trinh-ky/")
FEW, MANY = 5, 500


@pytest.fixture
def office(db: None) -> Office:
    return make_office(at=AT)


def asked(client: Client, address: str) -> int:
    client.get(address)  # whatever is read once a process or a session has been read
    cache.clear()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def take_in(folder: Path, first: int, last: int) -> None:
    states = (2, 4, 4)
    rows = [in_state(states[serial % 3], serial) for serial in range(first, last + 1)]
    assert take(write(folder, *rows)).added == len(rows)


def give_roles(actor: Actor, count: int) -> None:
    for number in range(count):
        body = create_organization(
            name=f"Cơ quan {number}", kind=OrganizationKind.PEOPLES_COMMITTEE,
            level=OrganizationLevel.COMMUNE, code=f"H42.15.{50 + number}", unit_code="98001",
            valid_from=date(2020, 1, 1), actor=SYSTEM, at=AT,
        )  # fmt: skip
        appoint_officer(
            account_id=actor.account_id or 0, role="leader", organization_id=body.pk,
            valid_from=date(2020, 1, 1), actor=SYSTEM, at=AT,
        )  # fmt: skip


@pytest.mark.parametrize("address", OFFICERS)
def test_officers_pages_ask_no_more_for_many_dossiers_than_for_few(
    office: Office, tmp_path: Path, address: str
) -> None:
    client = sign_in(office.leader)
    take_in(tmp_path, 1, FEW)
    few = asked(client, address)
    take_in(tmp_path, FEW + 1, MANY)

    assert asked(client, address) <= few


@pytest.mark.parametrize("address", OFFICERS)
def test_officers_pages_ask_no_more_for_ten_roles_than_for_one(
    office: Office, tmp_path: Path, address: str
) -> None:
    client = sign_in(office.leader)
    take_in(tmp_path, 1, FEW)
    one = asked(client, address)
    give_roles(office.leader, 9)

    assert asked(client, address) <= one


def test_a_citizens_list_asks_no_more_for_many_dossiers_than_for_few(
    office: Office, tmp_path: Path
) -> None:
    applicant = make_applicant(at=AT)
    client, counted = sign_in(applicant), []
    for first, last in ((1, FEW), (FEW + 1, MANY)):
        take_in(tmp_path, first, last)
        Dossier.objects.update(applicant=applicant.person_id)
        Case.objects.update(applicant=applicant.person_id)
        counted.append(asked(client, "/ho-so/"))

    assert counted[1] <= counted[0]


@pytest.mark.parametrize("address", ["/dich-vu-cong/?q=khai+sinh", "/dieu-hanh/", "/tra-cuu/"])
def test_everybodys_pages_ask_no_more_for_many_dossiers_than_for_few(
    office: Office, tmp_path: Path, address: str
) -> None:
    take_in(tmp_path, 1, FEW)
    few = asked(Client(), address)
    take_in(tmp_path, FEW + 1, MANY)

    assert asked(Client(), address) <= few
