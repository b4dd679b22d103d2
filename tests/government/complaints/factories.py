"""A commune under a district, dossiers that went wrong there, and complaints about them; all by real actions."""

from datetime import date, datetime, timedelta

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    create_organization,
)
from nentang.government.complaints import actions
from nentang.government.complaints.enums import Difficulty
from nentang.government.complaints.models import Complaint
from nentang.government.services import actions as services
from nentang.kernel.frozen import Frozen
from tests.foundation.organizations.factories import make_unit
from tests.government.services.factories import Office, make_applicant, make_dossier, make_officer

REFUSED = "Trùng với giấy đã cấp"


class Place(Frozen):
    """A commune with clerk and leader, a second leader outside the dossiers, and the district above."""

    body: Organization
    above: Organization
    clerk: Actor
    leader: Actor
    deputy: Actor
    upper: Actor

    @property
    def office(self) -> Office:
        """Body, clerk and leader."""
        return Office(self.body, self.clerk, self.leader)


def make_place(*, at: datetime, with_deputy: bool = True) -> Place:
    """A commune and its district with their officers; without a deputy the leader is the only one."""
    province = make_unit("98", "Tỉnh Mẫu")
    district = make_unit("981", "Huyện Mẫu", parent=province)
    make_unit("98001", "Xã Mẫu", parent=district)
    above = _committee("huyện Mẫu", OrganizationLevel.DISTRICT, "H42.15", "981", None, at)
    body = _committee("xã Mẫu", OrganizationLevel.COMMUNE, "H42.15.37", "98001", above.pk, at)
    leader = make_officer(body, "leader", at=at)
    return Place(
        body=body,
        above=above,
        clerk=make_officer(body, "clerk", at=at),
        leader=leader,
        deputy=make_officer(body, "leader", at=at) if with_deputy else leader,
        upper=make_officer(above, "leader", at=at),
    )


def _committee(
    place: str,
    level: OrganizationLevel,
    code: str,
    unit_code: str,
    parent_id: int | None,
    at: datetime,
) -> Organization:
    return create_organization(
        name=f"Ủy ban nhân dân {place}",
        kind=OrganizationKind.PEOPLES_COMMITTEE,
        level=level,
        code=code,
        unit_code=unit_code,
        parent_id=parent_id,
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )


def refused_dossier(place: Place, citizen: Actor, at: datetime) -> str:
    """Received and proposed by the clerk, refused by the leader."""
    code = make_dossier(office=place.office, applicant=citizen, at=at).code
    services.receive_dossier(code=code, actor=place.clerk, at=at)
    services.propose_decision(code=code, note="", actor=place.clerk, at=at)
    services.refuse_dossier(code=code, reason=REFUSED, actor=place.leader, at=at)
    return code


def late_dossier(office: Office, citizen: Actor, at: datetime) -> str:
    """Received, and not decided since; ten days later it is late."""
    code = make_dossier(office=office, applicant=citizen, at=at).code
    services.receive_dossier(code=code, actor=office.clerk, at=at)
    return code


def complain(
    code: str,
    citizen: Actor,
    at: datetime,
    *,
    about: str = "decision",
    key: str | None = None,
    file_ids: tuple[int, ...] = (),
) -> Complaint:
    """A complaint about that dossier."""
    return actions.file_complaint(
        dossier_code=code,
        about=about,
        statement="Giấy đã cấp là của người khác.",
        demand="Xem lại và giải quyết hồ sơ.",
        file_ids=file_ids,
        actor=citizen,
        at=at,
        key=key,
    )


def complained(at: datetime, *, with_deputy: bool = True) -> tuple[Place, Actor, Complaint]:
    """A refused dossier and a complaint about it, an hour later."""
    place, citizen = make_place(at=at, with_deputy=with_deputy), make_applicant(at=at)
    code = refused_dossier(place, citizen, at)
    return place, citizen, complain(code, citizen, at + timedelta(hours=1))


def accept(complaint: Complaint, actor: Actor, at: datetime) -> Complaint:
    """The complaint, accepted as a plain matter."""
    return actions.accept_complaint(
        code=complaint.code, difficulty=Difficulty.PLAIN, actor=actor, at=at
    )


def decide(complaint: Complaint, actor: Actor, at: datetime, verdict: str = "right") -> Complaint:
    """The complaint, decided."""
    return actions.decide_complaint(
        code=complaint.code,
        verdict=verdict,
        remedy="decide_anew" if verdict != "wrong" else "nothing",
        reasons="Hai giấy của hai người khác nhau.",
        actor=actor,
        at=at,
    )
