"""Let somebody act for a person or an organisation."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.identity.enums import MandateKind
from nentang.foundation.identity.errors import MandateAmiss, PeriodImpossible, PersonNotFound
from nentang.foundation.identity.events import MandateGranted
from nentang.foundation.identity.models import Mandate, Person
from nentang.foundation.identity.permissions import check_can_grant
from nentang.foundation.outbox.public import publish


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
    mandate = Mandate(
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
    _check(mandate)
    mandate.save()
    _tell(mandate, actor, at)
    return mandate


def _check(mandate: Mandate) -> None:
    one = (mandate.principal_person_id is None) != (mandate.principal_organization_id is None)
    if not one or mandate.agent_id == mandate.principal_person_id or not mandate.basis:
        raise MandateAmiss
    if mandate.valid_to is not None and mandate.valid_to <= mandate.valid_from:
        raise PeriodImpossible
    people = {each for each in (mandate.agent_id, mandate.principal_person_id) if each}
    if Person.objects.filter(pk__in=people).count() < len(people):
        raise PersonNotFound


def _tell(mandate: Mandate, actor: Actor, at: datetime) -> None:
    record(
        actor=actor,
        action="identity.grant_mandate",
        subject=f"mandate:{mandate.pk}",
        organization_id=mandate.principal_organization_id,
        person_id=mandate.principal_person_id,
        details={"kind": mandate.kind},
        at=at,
    )
    event = MandateGranted(
        mandate.pk,
        mandate.agent_id,
        mandate.principal_person_id,
        mandate.principal_organization_id,
    )
    publish(event, at=at)
