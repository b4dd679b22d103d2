"""That somebody was reminded of a dossier."""

from typing import ClassVar

from django.db import models

from nentang.government.services.enums import ReminderAbout
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .dossier import Dossier


class Reminder(models.Model):
    """One reminder, once, of what has waited `days` since then."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="reminders")
    about = models.CharField(max_length=10, choices=ReminderAbout)
    since = models.DateTimeField()
    days = models.PositiveSmallIntegerField()
    sent_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "about", "since", "days"], name="one_reminder_each"
            )
        ]
