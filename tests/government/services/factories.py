"""A commune with its clerk and leader, an applicant, and dossiers, all through real actions."""

from datetime import date, datetime
from typing import Any

from django.test import Client

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.documents.public import store_file
from nentang.foundation.identity.public import actor_for_account, appoint_officer
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    Unit,
    create_organization,
)
from nentang.government.services.actions import submit_dossier
from nentang.government.services.enums import Channel
from nentang.government.services.models import Dossier
from nentang.kernel.frozen import Frozen
from tests.foundation.identity.factories import make_account, make_person
from tests.foundation.organizations.factories import make_unit

PIXEL = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4"
    b"\x89\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa7V\xbd\xfa\x00\x00\x00\x00IEND\xaeB`\x82"
)


class Office(Frozen):
    """A commune's People's Committee with the two people who work dossiers there."""

    body: Organization
    clerk: Actor
    leader: Actor


def make_office(
    *, at: datetime, name: str = "Uỷ ban nhân dân xã Mẫu", code: str = "H42.15.37"
) -> Office:
    """The office of a commune, with a clerk and a leader."""
    province = make_unit("98", "Tỉnh Mẫu")
    district = make_unit("981", "Huyện Mẫu", parent=province)
    make_unit("98001", "Xã Mẫu", parent=district)
    body = create_organization(
        name=name,
        kind=OrganizationKind.PEOPLES_COMMITTEE,
        level=OrganizationLevel.COMMUNE,
        code=code,
        unit_code="98001",
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    return Office(body, make_officer(body, "clerk", at=at), make_officer(body, "leader", at=at))


def make_neighbour(office: Office, *, at: datetime) -> Office:
    """Another commune of the same district, with its clerk and leader."""
    make_unit("98002", "Xã Láng Giềng", parent=Unit.objects.get(code="981"))
    body = create_organization(
        name="Uỷ ban nhân dân xã Láng Giềng",
        kind=OrganizationKind.PEOPLES_COMMITTEE,
        level=OrganizationLevel.COMMUNE,
        code="H42.15.38",
        unit_code="98002",
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    return Office(body, make_officer(body, "clerk", at=at), make_officer(body, "leader", at=at))


def make_officer(body: Organization, role: str, *, at: datetime) -> Actor:
    """Somebody with that role in the body."""
    account = make_account(at=at, assurance=2)
    appoint_officer(
        account_id=account.pk,
        role=role,
        organization_id=body.pk,
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    return actor_for_account(account.pk, at)


def make_applicant(*, at: datetime) -> Actor:
    """A citizen signed in at level 2."""
    account = make_account(at=at, person=make_person(at=at), assurance=2)
    return actor_for_account(account.pk, at, assurance=2)


def sign_in(actor: Actor) -> Client:
    """A browser in which the actor is signed in."""
    client = Client()
    client.post("/dang-nhap/thu/", {"account": actor.account_id})
    return client


def birth_answers(*, proof: int) -> dict[str, Any]:
    """What a mother declares."""
    return {
        "requester_name": "Lê Thị Mẫu",
        "requester_number": "001187000001",
        "relation": "mother",
        "child_name": "Lê An Nháp",
        "child_sex": "female",
        "child_birth_on": "1/12/2020",
        "child_birth_place": "Trạm y tế xã Mẫu",
        "child_ethnicity": "Kinh",
        "child_nationality": "Việt Nam",
        "child_home_town": "Xã Mẫu",
        "mother_name": "Lê Thị Mẫu",
        "mother_birth": "1987",
        "mother_ethnicity": "Kinh",
        "mother_nationality": "Việt Nam",
        "mother_residence": "Xã Mẫu",
        "father_known": "no",
        "birth_proof": [proof],
    }


def extract_answers(*, copies: int = 2) -> dict[str, Any]:
    """A request for copies of one's own birth extract."""
    return {
        "requester_name": "Lê Thị Mẫu",
        "requester_number": "001187000001",
        "relation": "self",
        "record_kind": "birth",
        "subject_name": "Lê Thị Mẫu",
        "subject_birth": "5/9/1987",
        "copies": copies,
    }


def make_dossier(
    *,
    office: Office,
    applicant: Actor,
    at: datetime,
    procedure: str = "1.001193",
    channel: Channel = Channel.ONLINE,
    key: str | None = None,
    person_id: int | None = None,
) -> Dossier:
    """A dossier submitted by the applicant."""
    if procedure == "1.001193":
        proof = store_file(content=PIXEL, filename="chung-sinh.png", actor=applicant, at=at)
        answers = birth_answers(proof=proof.pk)
    else:
        answers = extract_answers()
    return submit_dossier(
        procedure=procedure,
        organization_id=office.body.pk,
        applicant_person_id=person_id or applicant.person_id or 0,
        channel=channel,
        answers=answers,
        actor=applicant,
        at=at,
        idempotency_key=key,
    )
