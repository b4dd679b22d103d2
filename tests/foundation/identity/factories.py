"""People, accounts, officers and mandates, made by the real actions."""

from datetime import date, datetime
from itertools import count

from nentang.agreements.actor import SYSTEM
from nentang.foundation.identity.models import Account, Appointment, Mandate, Person
from nentang.foundation.identity.public import (
    appoint_officer,
    grant_mandate,
    open_account,
    register_person,
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
