"""Give an account a role in an organisation."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.identity.errors import AccountNotFound, PeriodImpossible, RoleUnknown
from nentang.foundation.identity.events import OfficerAppointed
from nentang.foundation.identity.models import Account, Appointment
from nentang.foundation.identity.permissions import check_can_appoint
from nentang.foundation.identity.registry import is_role
from nentang.foundation.outbox.public import publish


@transaction.atomic
def appoint_officer(
    *,
    account_id: int,
    role: str,
    organization_id: int,
    valid_from: date,
    valid_to: date | None = None,
    actor: Actor,
    at: datetime,
) -> Appointment:
    """The appointment; asking twice for the same role and day returns the one there is.

    RoleUnknown, PeriodImpossible, AccountNotFound; NotYourOrganization.
    """
    check_can_appoint(actor, organization_id)
    if not is_role(role):
        raise RoleUnknown(role=role)
    if valid_to is not None and valid_to <= valid_from:
        raise PeriodImpossible
    if not Account.objects.filter(pk=account_id, is_active=True).exists():
        raise AccountNotFound
    appointment, created = Appointment.objects.get_or_create(
        account_id=account_id,
        role=role,
        organization_id=organization_id,
        valid_from=valid_from,
        valid_to=valid_to,
        defaults={"appointed_by_id": actor.account_id, "appointed_at": at},
    )
    if created:
        _tell(appointment, actor, at)
    return appointment


def _tell(appointment: Appointment, actor: Actor, at: datetime) -> None:
    record(
        actor=actor,
        action="identity.appoint_officer",
        subject=f"appointment:{appointment.pk}",
        organization_id=appointment.organization_id,
        person_id=appointment.account.person_id,
        details={"role": appointment.role},
        at=at,
    )
    event = OfficerAppointed(
        appointment.pk, appointment.account_id, appointment.role, appointment.organization_id
    )
    publish(event, at=at)
