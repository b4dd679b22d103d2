"""Who may begin a linked matter, see it and go on with it."""

from nentang.agreements.actor import Actor
from nentang.foundation.identity.public import mandate_reaches

from .errors import ChainNotFound, NotForCompanies
from .models import Chain

APPLY = "services.apply"


def check_begins(actor: Actor) -> None:
    """A person for themselves or under another person's mandate; NotForCompanies."""
    if actor.principal_organization_id is not None:
        raise NotForCompanies


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
