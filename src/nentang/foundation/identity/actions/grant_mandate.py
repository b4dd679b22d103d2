"""Let somebody act for a person or an organisation."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.identity.enums import MandateKind
from nentang.foundation.identity.errors import MandateAmiss, PeriodImpossible, PersonNotFound
from nentang.foundation.identity.models import Mandate, Person
from nentang.foundation.identity.permissions import check_can_grant


@transaction.atomic
def grant_mandate(
    *,
    kind: str,
    agent_person_id: int,
    principal_person_id: int | None = None,
    principal_organization_id: int | None = None,
    scope: str = "",
    basis: str,
    valid_from: date,
    valid_to: date | None = None,
    actor: Actor,
    at: datetime,
) -> Mandate:
    """The mandate. `scope` limits it to actions that begin so (`services.`); empty: everything.

    MandateAmiss unless exactly one principal, who is not the agent; PeriodImpossible;
    PersonNotFound; OwnMatterOnly or NotYourOrganization. (Civil Code 2015, Articles 134-141.)
    """
    check_can_grant(
        actor,
        kind=MandateKind(kind),
        principal_person_id=principal_person_id,
        principal_organization_id=principal_organization_id,
    )
    one = (principal_person_id is None) != (principal_organization_id is None)
    if not one or agent_person_id == principal_person_id or not basis.strip():
        raise MandateAmiss
    if valid_to is not None and valid_to <= valid_from:
        raise PeriodImpossible
    if not Person.objects.filter(pk=agent_person_id).exists():
        raise PersonNotFound
    return Mandate.objects.create(
        kind=kind,
        agent_id=agent_person_id,
        principal_person_id=principal_person_id,
        principal_organization_id=principal_organization_id,
        scope=scope,
        basis=basis.strip(),
        valid_from=valid_from,
        valid_to=valid_to,
        granted_by_id=actor.account_id,
        granted_at=at,
    )
