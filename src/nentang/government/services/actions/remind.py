"""Remind applicants of what waits for them, and offices of what nobody received."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import tell_officers
from nentang.foundation.notifications.public import notify
from nentang.government.services.enums import ReminderAbout
from nentang.government.services.models import Dossier, Reminder
from nentang.government.services.queries import unreceived, waiting
from nentang.government.services.registry import NOT_RECEIVED, REMINDERS
from nentang.government.services.rules.reminders import reminders_on
from nentang.kernel.clock import legal_day

BATCH = 200


@transaction.atomic
def remind(*, at: datetime) -> int:
    """How many dossiers somebody was reminded of; each stage of each wait once."""
    terms = reminders_on(legal_day(at))
    told = 0
    for about, stages in terms.days.items():
        for days in sorted(stages, reverse=True):
            for dossier in waiting(about, days, at=at, limit=BATCH):
                _tell_applicant(dossier, about, at)
                _note(dossier, about, dossier.case.suspended_at or at, days, at)
                told += 1
    for dossier in unreceived(terms.reception_hours, at=at, limit=BATCH):
        tell_officers(case_id=dossier.case_id, template=NOT_RECEIVED, to_heads=True, at=at)
        _note(dossier, ReminderAbout.RECEPTION, dossier.submitted_at, 0, at)
        told += 1
    if told:
        record(actor=SYSTEM, action="services.remind", subject=f"dossiers:{told}", at=at)
    return told


def _tell_applicant(dossier: Dossier, about: ReminderAbout, at: datetime) -> None:
    notify(
        template=REMINDERS[about].code,
        person_id=dossier.applicant_id,
        context={"code": dossier.code},
        subject=f"dossier:{dossier.pk}",
        at=at,
    )


def _note(dossier: Dossier, about: ReminderAbout, since: datetime, days: int, at: datetime) -> None:
    Reminder.objects.create(dossier=dossier, about=about, since=since, days=days, sent_at=at)
