"""Who may do what to people, accounts, officers and mandates."""

from nentang.agreements.actor import Actor, ActorKind
from nentang.foundation.organizations.public import is_within

from .enums import MandateKind
from .errors import NotYourOrganization, OwnMatterOnly, ResetNotFound
from .models import Account, FactorReset, Mandate

COUNTER = ("clerk", "head_of_desk", "administrator")


def serves_at_counter(actor: Actor) -> bool:
    """Whether the actor sees papers and people in person, or is the platform itself."""
    return actor.kind is ActorKind.SYSTEM or actor.has_role(*COUNTER)


def check_serves_at_counter(actor: Actor) -> None:
    """OwnMatterOnly unless an officer at a counter, or the platform, acts."""
    if not serves_at_counter(actor):
        raise OwnMatterOnly


def check_makes_known(actor: Actor) -> None:
    """OwnMatterOnly unless an officer at a counter, one who keeps registers, or the platform acts."""
    if not (serves_at_counter(actor) or actor.has_role("registrar")):
        raise OwnMatterOnly


def check_is_platform(actor: Actor) -> None:
    """Only the platform's operators, through commands; OwnMatterOnly."""
    if actor.kind is not ActorKind.SYSTEM:
        raise OwnMatterOnly


def check_can_verify(actor: Actor, account: Account) -> None:
    """An officer at a counter, never for themselves, or the platform; OwnMatterOnly."""
    check_serves_at_counter(actor)
    if actor.account_id is not None and actor.account_id == account.pk:
        raise OwnMatterOnly


def check_can_manage_account(actor: Actor, account: Account) -> None:
    """The account's holder and the platform; OwnMatterOnly."""
    if actor.kind is not ActorKind.SYSTEM and actor.account_id != account.pk:
        raise OwnMatterOnly


def check_can_ask_reset(actor: Actor, account_id: int, organization_id: int) -> int:
    """The account of an officer at that body's counter, not for their own; OwnMatterOnly."""
    if not actor.has_role(*COUNTER, organization_id=organization_id):
        raise OwnMatterOnly
    if actor.account_id is None or actor.account_id == account_id:
        raise OwnMatterOnly
    return actor.account_id


def check_can_decide_reset(actor: Actor, reset: FactorReset) -> None:
    """Another officer at the same counter than who asked, not about themselves.

    ResetNotFound for other bodies; OwnMatterOnly.
    """
    if not actor.has_role(*COUNTER, organization_id=reset.organization_id):
        raise ResetNotFound
    if actor.account_id in (None, reset.asked_by_id, reset.account_id):
        raise OwnMatterOnly


def check_can_appoint(actor: Actor, organization_id: int) -> None:
    """An administrator of that organisation or one above it, and the platform; NotYourOrganization."""
    if actor.kind is ActorKind.SYSTEM:
        return
    if not any(is_within(organization_id, own) for own in actor.organizations("administrator")):
        raise NotYourOrganization


def check_can_grant(
    actor: Actor,
    *,
    kind: MandateKind,
    principal_person_id: int | None,
    principal_organization_id: int | None,
) -> None:
    """A person for themselves at level 2, a company's administrator, or who saw the papers at a counter.

    Nobody gives themselves a parent's or a guardian's mandate: that takes papers. OwnMatterOnly.
    """
    if serves_at_counter(actor):
        return
    if principal_organization_id is not None:
        check_can_appoint(actor, principal_organization_id)
        return
    own = principal_person_id == actor.person_id and actor.assurance >= 2
    if not own or kind in (MandateKind.PARENT, MandateKind.GUARDIAN):
        raise OwnMatterOnly


def check_can_revoke(actor: Actor, mandate: Mandate) -> None:
    """Either side of the mandate, and whoever could grant it; OwnMatterOnly."""
    if actor.person_id and actor.person_id in (mandate.agent_id, mandate.principal_person_id):
        return
    if serves_at_counter(actor):
        return
    if not mandate.principal_organization_id:
        raise OwnMatterOnly
    check_can_appoint(actor, mandate.principal_organization_id)
