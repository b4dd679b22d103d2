"""Who may begin a linked matter, see it and go on with it."""

from nentang.agreements.actor import Actor
from nentang.foundation.identity.public import mandate_reaches
from nentang.government.services.public import check_acts_for

from .errors import ChainNotFound, NotForCompanies
from .models import Chain

APPLY = "services.apply"


def check_begins(actor: Actor, person_id: int, *, organization_id: int) -> None:
    """A person for themselves, whoever holds their mandate, or who helps them at the counter of the first body.

    NotForCompanies, and what `check_acts_for` refuses.
    """
    if actor.principal_organization_id is not None:
        raise NotForCompanies
    check_acts_for(actor, person_id, organization_id=organization_id)


def check_prints_receipt(actor: Actor, chain: Chain) -> None:
    """A clerk of the body that received the declaration; to others the matter does not exist."""
    if not actor.has_role("clerk", organization_id=chain.organization_id):
        raise ChainNotFound


def check_is_applicant(actor: Actor, chain: Chain) -> None:
    """The applicant, or whoever holds their mandate; to others the matter does not exist."""
    if not is_applicant(actor, chain):
        raise ChainNotFound


def is_applicant(actor: Actor, chain: Chain) -> bool:
    """Whether the matter is the actor's, or their principal's, as they act now."""
    is_theirs = actor.subject_person_id == chain.applicant_id
    return is_theirs and actor.principal_organization_id is None and mandate_reaches(actor, APPLY)


def may_open_files(actor: Actor, subject: str) -> bool:
    """Whether the actor may open the files of `chain:<id>`."""
    chain = Chain.objects.filter(pk=subject.partition(":")[2]).first()
    return chain is not None and is_applicant(actor, chain)
