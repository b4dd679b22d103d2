"""Who may see and do what with the documents of a body. `check_…` raises with a reason, `can_…` answers."""

from nentang.agreements.actor import Actor, ActorKind
from nentang.foundation.casework.public import Case, kind_named

from .errors import (
    DocumentNotFound,
    NotTheSigner,
    NotYourDraft,
    NotYourStep,
    NotYourWork,
    OwnDraft,
    OwnSignature,
)
from .models import IncomingDocument, OutgoingDocument
from .registry import OFFICE_ROLES


def bodies_of(actor: Actor) -> tuple[int, ...]:
    """The bodies whose documents the actor reads."""
    return actor.organizations(*OFFICE_ROLES)


def works_at(actor: Actor, organization_id: int) -> bool:
    """Whether the actor works on documents there; the platform itself does everywhere."""
    return actor.kind is ActorKind.SYSTEM or organization_id in bodies_of(actor)


def check_works_at(actor: Actor, organization_id: int) -> None:
    """DocumentNotFound: to officers of other bodies it does not exist."""
    if not works_at(actor, organization_id):
        raise DocumentNotFound


def account_of(actor: Actor) -> int:
    """Whose name stands under what is written; NotYourStep where nobody's account stands behind the actor."""
    if actor.account_id is None:
        raise NotYourStep
    return actor.account_id


def check_takes(actor: Actor, case: Case, step: str) -> None:
    """NotYourStep unless the actor has one of the step's roles in the body; to others it does not exist."""
    check_works_at(actor, case.holder_id)
    if not can_take(actor, case, step):
        raise NotYourStep


def can_take(actor: Actor, case: Case, step: str) -> bool:
    """Whether the actor has one of the step's roles in the body that has the document."""
    roles = kind_named(case.kind).transitions[step].roles
    return actor.has_role(*roles, organization_id=case.holder_id)


def check_is_drafter(actor: Actor, document: OutgoingDocument) -> None:
    """NotYourDraft."""
    check_works_at(actor, document.organization_id)
    if document.drafter_id != actor.account_id:
        raise NotYourDraft


def check_may_initial(actor: Actor, document: OutgoingDocument) -> None:
    """NotYourStep, OwnDraft: four eyes see every document before it is signed."""
    check_takes(actor, document.case, "initial")
    if document.drafter_id == actor.account_id:
        raise OwnDraft


def check_may_sign(actor: Actor, document: OutgoingDocument) -> None:
    """NotYourStep, OwnDraft, NotTheSigner."""
    check_takes(actor, document.case, "sign")
    if document.drafter_id == actor.account_id:
        raise OwnDraft
    if document.signer_id != actor.account_id:
        raise NotTheSigner


def check_may_issue(actor: Actor, document: OutgoingDocument) -> None:
    """NotYourStep, OwnSignature: who signs does not seal."""
    check_takes(actor, document.case, "issue")
    if document.signer_id == actor.account_id:
        raise OwnSignature


def check_finishes(actor: Actor, document: IncomingDocument) -> None:
    """NotYourWork unless the actor leads the work or is a leader of the body."""
    check_takes(actor, document.case, "finish")
    is_leader = actor.has_role("leader", organization_id=document.organization_id)
    if document.case.assignee_id != actor.account_id and not is_leader:
        raise NotYourWork


def may_open_outgoing(actor: Actor, subject: str) -> bool:
    """Whether the actor may open the files of `office_out:<id>`."""
    number = subject.partition(":")[2]
    found = OutgoingDocument.objects.filter(pk=number).first()
    return found is not None and works_at(actor, found.organization_id)


def may_open_incoming(actor: Actor, subject: str) -> bool:
    """Whether the actor may open the files of `office_in:<id>`."""
    number = subject.partition(":")[2]
    found = IncomingDocument.objects.filter(pk=number).first()
    return found is not None and works_at(actor, found.organization_id)
