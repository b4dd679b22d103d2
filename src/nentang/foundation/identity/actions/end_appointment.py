"""Give an appointment its last day."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.identity.errors import AppointmentNotFound, PeriodImpossible
from nentang.foundation.identity.events import AppointmentEnded
from nentang.foundation.identity.models import Appointment
from nentang.foundation.identity.permissions import check_can_appoint
from nentang.foundation.outbox.public import publish


@transaction.atomic
def end_appointment(
    *, appointment_id: int, valid_to: date, actor: Actor, at: datetime
) -> Appointment:
    """The appointment, which gives no role from `valid_to` on.

    AppointmentNotFound, PeriodImpossible, NotYourOrganization.
    """
    appointment = Appointment.objects.select_for_update().filter(pk=appointment_id).first()
    if appointment is None:
        raise AppointmentNotFound
    check_can_appoint(actor, appointment.organization_id)
    if valid_to <= appointment.valid_from:
        raise PeriodImpossible
    appointment.valid_to = valid_to
    appointment.save(update_fields=["valid_to"])
    record(
        actor=actor,
        action="identity.end_appointment",
        subject=f"appointment:{appointment.pk}",
        organization_id=appointment.organization_id,
        details={"valid_to": valid_to.isoformat()},
        at=at,
    )
    event = AppointmentEnded(appointment.pk, appointment.account_id, appointment.organization_id)
    publish(event, at=at)
    return appointment
