"""An office with its people, a kind of case of its own, and cases, all through real actions."""

from datetime import datetime
from itertools import count
from pathlib import Path

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.casework.public import (
    Case,
    kind_named,
    open_case,
    register_kind,
    start_clock,
)
from nentang.foundation.identity.public import Person, actor_for_account
from nentang.foundation.organizations.public import Organization
from nentang.kernel.frozen import Frozen
from tests.foundation.identity.factories import (
    make_account,
    make_appointment,
    make_body,
    make_person,
)

register_kind("lamp", Path(__file__).with_name("lamp_case.yaml"), url_name="lamp")
LAMP = kind_named("lamp")
_serial = count(1)


class Office(Frozen):
    """A body with the people who work there."""

    body: Organization
    clerk: Actor
    colleague: Actor
    head: Actor


def make_office(*, at: datetime, name: str = "Sở Mẫu", parent_id: int | None = None) -> Office:
    """A body with two clerks and a head of desk."""
    body = make_body(at=at, name=name, parent_id=parent_id)
    people = [make_officer(body, role, at=at) for role in ("clerk", "clerk", "head_of_desk")]
    return Office(body, *people)


def make_officer(body: Organization, role: str, *, at: datetime) -> Actor:
    """Somebody with that role in the body."""
    account = make_account(at=at, assurance=2)
    make_appointment(at=at, account=account, organization_id=body.pk, role=role)
    return actor_for_account(account.pk, at)


def make_case(
    *,
    office: Office,
    at: datetime,
    applicant: Person | None = None,
    title: str = "Đèn đường thôn Nháp hỏng",
    working_days: int | None = 3,
    is_received: bool = True,
) -> Case:
    """A lamp that does not burn, its clock running once it is received."""
    person = applicant or make_person(at=at)
    case = open_case(
        kind=LAMP.name,
        code=f"DEN-{next(_serial):05d}",
        organization_id=office.body.pk,
        title=title,
        applicant_person_id=person.pk,
        applicant_name=person.full_name,
        channel="app",
        unit_code="98",
        actor=SYSTEM,
        at=at,
    )
    if is_received:
        start_clock(case=case, working_days=working_days, actor=SYSTEM, at=at)
    return case
