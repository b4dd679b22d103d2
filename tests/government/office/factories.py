"""A commune and its district with everybody that an office has, and documents, all by real actions."""

from datetime import date, datetime, timedelta

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    create_organization,
)
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.office import actions
from nentang.government.office.enums import Channel
from nentang.government.office.models import IncomingDocument, OutgoingDocument
from nentang.government.office.rules.draft import Arrival, Draft, Line
from nentang.kernel.frozen import Frozen
from tests.foundation.organizations.factories import make_unit
from tests.government.services.factories import make_officer

TEXT = "Căn cứ Luật Mẫu;\nQUYẾT ĐỊNH:\nĐiều 1. Làm việc mẫu.\nĐiều 2. Có hiệu lực từ ngày ký./."
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Staff(Frozen):
    """A body with its clerk of documents, a specialist, a head of unit and two leaders."""

    body: Organization
    document_clerk: Actor
    specialist: Actor
    head: Actor
    leader: Actor
    deputy: Actor


def make_places(*, at: datetime) -> tuple[Staff, Staff]:
    """A commune and the district above it."""
    province = make_unit("98", "Tỉnh Mẫu")
    district = make_unit("981", "Huyện Mẫu", parent=province)
    make_unit("98001", "Xã Mẫu", parent=district)
    above = make_body("huyện Mẫu", OrganizationLevel.DISTRICT, "H42.15", "981", None, at)
    below = make_body("xã Mẫu", OrganizationLevel.COMMUNE, "H42.15.37", "98001", above.pk, at)
    return staffed(below, at), staffed(above, at)


def make_body(
    place: str,
    level: OrganizationLevel,
    code: str,
    unit_code: str,
    parent_id: int | None,
    at: datetime,
) -> Organization:
    """A People's Committee."""
    return create_organization(
        name=f"Ủy ban nhân dân {place}",
        kind=OrganizationKind.PEOPLES_COMMITTEE,
        level=level,
        code=code,
        unit_code=unit_code,
        parent_id=parent_id,
        valid_from=date(2019, 1, 1),
        actor=SYSTEM,
        at=at,
    )


def staffed(body: Organization, at: datetime) -> Staff:
    """The body with somebody for every duty."""
    return Staff(
        body,
        make_officer(body, "document_clerk", at=at),
        make_officer(body, "specialist", at=at),
        make_officer(body, "head_of_unit", at=at),
        make_officer(body, "leader", at=at),
        make_officer(body, "leader", at=at),
    )


def a_draft(staff: Staff, **changed: object) -> Draft:
    """A decision that the leader is to sign, for the commune's own people."""
    values: dict[str, object] = {
        "type_code": "QD",
        "summary": "Thành lập tổ mẫu",
        "text": TEXT,
        "signer_id": staff.leader.account_id,
        "position": "Chủ tịch",
        "authority": "TM. Ủy ban nhân dân",
        "recipients": (Line("Như Điều 2"),),
    }
    return Draft(**(values | changed))  # type: ignore[arg-type] # names of the struct


def drafted(
    staff: Staff, at: datetime, *, key: str | None = None, **changed: object
) -> OutgoingDocument:
    """A document that the specialist has begun."""
    return actions.draft_document(
        organization_id=staff.body.pk,
        draft=a_draft(staff, **changed),
        actor=staff.specialist,
        at=at,
        key=key,
    )


def initialled(staff: Staff, at: datetime, **changed: object) -> OutgoingDocument:
    """A document that waits for its signer."""
    code = drafted(staff, at, **changed).code
    actions.submit_draft(code=code, actor=staff.specialist, at=at)
    return actions.initial_document(code=code, actor=staff.head, at=at)


def signed(staff: Staff, at: datetime, **changed: object) -> OutgoingDocument:
    """A document that waits for its number."""
    code = initialled(staff, at, **changed).code
    return actions.sign_outgoing(code=code, actor=staff.leader, at=at)


def issued(staff: Staff, at: datetime, **changed: object) -> OutgoingDocument:
    """A document with its number, not yet sealed."""
    code = signed(staff, at, **changed).code
    return actions.issue_outgoing(code=code, actor=staff.document_clerk, at=at)


def sent(staff: Staff, to: Staff, at: datetime) -> tuple[OutgoingDocument, IncomingDocument]:
    """A document of the one body, sealed and arrived at the other."""
    line = Line(to.body.name, to.body.pk)
    document = issued(staff, at, recipients=(line,))
    run_until_quiet(at=at)
    document.refresh_from_db()
    return document, IncomingDocument.objects.get(organization=to.body)


def entered(
    staff: Staff, at: datetime, *, key: str | None = None, **changed: object
) -> IncomingDocument:
    """A paper document in the book."""
    values: dict[str, object] = {
        "sender_name": "Công ty Mẫu",
        "summary": "Xin hướng dẫn việc mẫu",
        "type_name": "Công văn",
        "number": "07/CV-MAU",
        "issued_on": date(2020, 12, 1),
    }
    return actions.enter_document(
        organization_id=staff.body.pk,
        arrival=Arrival(**(values | changed)),  # type: ignore[arg-type] # names of the struct
        channel=Channel.PAPER,
        actor=staff.document_clerk,
        at=at,
        key=key,
    )


def directed(
    staff: Staff,
    at: datetime,
    *,
    helpers: tuple[Actor, ...] = (),
    due_on: date = date(2020, 12, 15),
) -> IncomingDocument:
    """A document that the specialist leads."""
    document = entered(staff, at)
    return actions.direct_document(
        code=document.code,
        lead_id=staff.specialist.account_id,
        helper_ids=[each.account_id or 0 for each in helpers],
        instruction="Xem và trả lời",
        due_on=due_on,
        actor=staff.leader,
        at=at,
    )
