"""People, accounts, officers and mandates, made by the real actions."""

import hmac
import struct
import time
from base64 import b32decode
from datetime import date, datetime
from itertools import count

from nentang.agreements.actor import SYSTEM
from nentang.foundation.identity.models import Account, Appointment, Mandate, Person
from nentang.foundation.identity.public import (
    appoint_officer,
    enrol_one_time_code,
    grant_mandate,
    open_account,
    register_person,
)
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    create_organization,
)

PASSWORD = "mot cau that dai de nho"
_serial = count(1)


def make_person(*, at: datetime, full_name: str = "Lê Thị Mẫu", **known: object) -> Person:
    """A woman born in 1987 in Hà Nội, each with her own number."""
    facts = {
        "birth_on": date(1987, 9, 5),
        "sex": "female",
        "personal_number": f"001187{next(_serial):06d}",
        "phone": "0912345678",
        "email": "mau@example.vn",
        **known,
    }
    return register_person(full_name=full_name, actor=SYSTEM, at=at, **facts)  # type: ignore[arg-type]


def make_account(
    *, at: datetime, person: Person | None = None, assurance: int = 1, username: str = ""
) -> Account:
    """A person who can sign in with PASSWORD."""
    return open_account(
        person_id=(person or make_person(at=at)).pk,
        username=username or f"mau{next(_serial)}",
        password=PASSWORD,
        assurance=assurance,
        actor=SYSTEM,
        at=at,
    )


def make_body(*, at: datetime, name: str = "Sở Mẫu", parent_id: int | None = None) -> Organization:
    """A body of the nation without a code."""
    return create_organization(
        name=name,
        kind=OrganizationKind.MINISTRY,
        level=OrganizationLevel.MINISTRY,
        parent_id=parent_id,
        valid_from=date(2004, 1, 1),
        actor=SYSTEM,
        at=at,
    )


def make_appointment(
    *,
    at: datetime,
    account: Account,
    organization_id: int,
    role: str = "clerk",
    valid_from: date = date(2020, 1, 1),
    valid_to: date | None = None,
) -> Appointment:
    """A clerk since the beginning of 2020."""
    return appoint_officer(
        account_id=account.pk,
        role=role,
        organization_id=organization_id,
        valid_from=valid_from,
        valid_to=valid_to,
        actor=SYSTEM,
        at=at,
    )


def make_mandate(
    *,
    at: datetime,
    agent: Person,
    principal: Person,
    kind: str = "parent",
    valid_from: date = date(2020, 1, 1),
    valid_to: date | None = None,
) -> Mandate:
    """A mother acts for her child."""
    return grant_mandate(
        kind=kind,
        agent_person_id=agent.pk,
        principal_person_id=principal.pk,
        basis="Giấy khai sinh số 1/2015",
        valid_from=valid_from,
        valid_to=valid_to,
        actor=SYSTEM,
        at=at,
    )


def one_time_code(secret: str) -> str:
    """What an authenticator app shows now (RFC 6238), made without our code or allauth's."""
    left = 30 - time.time() % 30
    if left < 3:  # as people do, wait for a code that will still hold when it is entered
        time.sleep(left)
    counter = struct.pack(">Q", int(time.time()) // 30)
    digest = hmac.new(b32decode(secret), counter, "sha1").digest()
    offset = digest[-1] & 15
    number = int.from_bytes(digest[offset : offset + 4], "big") & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


def with_one_time_code(*, at: datetime, account: Account) -> str:
    """The secret of the account's new authenticator app."""
    return enrol_one_time_code(account_id=account.pk, actor=SYSTEM, at=at)
