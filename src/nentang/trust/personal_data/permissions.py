"""Who may ask for what is held about them, and who answers for personal data in a body."""

from datetime import datetime

from nentang.agreements.actor import Actor, ActorKind
from nentang.foundation.casework.public import Case

from .enums import ROLE, ExportState
from .errors import BreachNotFound, ExportNotFound, InOwnNameOnly, NotInCharge, RequestNotFound
from .models import Breach, Export, SubjectRequest


def check_own_name(actor: Actor) -> int:
    """The person's number; InOwnNameOnly for programs and whoever acts for somebody else."""
    if actor.person_id is None or actor.mandate_id is not None:
        raise InOwnNameOnly
    return actor.person_id


def check_can_take(actor: Actor, export: Export, at: datetime) -> None:
    """ExportNotFound unless it is the actor's own, ready, and its days are not over."""
    is_own = actor.mandate_id is None and export.person_id == actor.person_id
    is_open = export.state == ExportState.READY and export.expires_at and at < export.expires_at
    if not (is_own and is_open):
        raise ExportNotFound


def check_in_charge(actor: Actor, organization_id: int) -> None:
    """NotInCharge unless the actor answers for personal data there."""
    if not is_in_charge(actor, organization_id):
        raise NotInCharge


def is_in_charge(actor: Actor, organization_id: int) -> bool:
    """Whether the actor answers for personal data in that body."""
    return actor.kind is ActorKind.SYSTEM or actor.has_role(ROLE, organization_id=organization_id)


def check_can_hold(actor: Actor, case: Case) -> None:
    """NotInCharge unless the actor answers for personal data where the case came to or is."""
    if not any(is_in_charge(actor, each) for each in (case.organization_id, case.holder_id)):
        raise NotInCharge


def check_request_is_ours(actor: Actor, request: SubjectRequest) -> None:
    """RequestNotFound unless the actor answers for personal data in the body that was asked."""
    if not is_in_charge(actor, request.case.holder_id):
        raise RequestNotFound


def check_is_own_request(actor: Actor, request: SubjectRequest) -> None:
    """RequestNotFound unless the actor asked it, in their own name."""
    if actor.mandate_id is not None or request.person_id is None:
        raise RequestNotFound
    if request.person_id != actor.person_id:
        raise RequestNotFound


def check_breach_is_ours(actor: Actor, breach: Breach) -> None:
    """BreachNotFound unless the actor answers for personal data in that body."""
    if not is_in_charge(actor, breach.organization_id):
        raise BreachNotFound


def may_see_notice(actor: Actor, subject: str) -> bool:
    """Whether the actor answers for personal data where the breach `breach:12` happened."""
    number = subject.rpartition(":")[2]
    breach = Breach.objects.filter(pk=number).first() if number.isdigit() else None
    return breach is not None and is_in_charge(actor, breach.organization_id)
