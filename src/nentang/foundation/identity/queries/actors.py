"""Who acts behind an account, on a day, under a mandate."""

from datetime import date, datetime

from nentang.agreements.actor import Actor, ActorKind, Role
from nentang.foundation.identity.errors import AccountNotFound, MandateNotInForce
from nentang.foundation.identity.models import Account, Appointment, Mandate
from nentang.foundation.identity.rules import mandate_scope
from nentang.kernel.clock import legal_day


def actor_for_account(
    account_id: int, at: datetime, *, assurance: int | None = None, mandate_id: int | None = None
) -> Actor:
    """Who acts behind an account at that instant, in at most three queries.

    `assurance` is the level reached in the session, never above the level verified for the
    person; left out, it is that level. AccountNotFound; MandateNotInForce for a mandate that the
    person does not hold at that instant.
    """
    account = _account(account_id)
    day = legal_day(at)
    roles = tuple(
        Role(name, organization_id)
        for name, organization_id in Appointment.objects.in_force(day)
        .filter(account_id=account_id)
        .order_by("id")
        .values_list("role", "organization_id")
    )
    mandate = _mandate(mandate_id, account.person_id, day) if mandate_id else None
    reached = account.assurance_max if assurance is None else assurance
    return Actor(
        kind=_kind(account, roles),
        account_id=account.pk,
        person_id=account.person_id,
        name=account.display_name,
        roles=roles,
        assurance=min(reached, account.assurance_max),
        mandate_id=mandate.pk if mandate else None,
        principal_person_id=mandate.principal_person_id if mandate else None,
        principal_organization_id=mandate.principal_organization_id if mandate else None,
        scopes=mandate_scope(mandate.scope) if mandate else frozenset(),
    )


def _account(account_id: int) -> Account:
    found = Account.objects.select_related("person").filter(pk=account_id, is_active=True).first()
    if found is None:
        raise AccountNotFound
    return found


def _mandate(mandate_id: int, agent_id: int | None, day: date) -> Mandate:
    found = Mandate.objects.usable(day).filter(pk=mandate_id, agent_id=agent_id).first()
    if found is None:
        raise MandateNotInForce
    return found


def _kind(account: Account, roles: tuple[Role, ...]) -> ActorKind:
    if roles:
        return ActorKind.OFFICER
    return ActorKind.PERSON if account.person_id else ActorKind.PROGRAM
