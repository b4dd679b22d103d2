"""What becomes of a task: evidence, more time, reminders."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField
from nentang.measure.tasks.enums import (
    Answer,
    EvidenceKind,
    Rung,
    Verdict,
)

from .tasks import Task

ACCOUNT = "identity.Account"


class Evidence(models.Model):
    """What the lead body shows for a task; it never changes but for what the assigner says of it."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="evidence")
    number = models.PositiveIntegerField()
    words = models.CharField(max_length=2000)
    kind = models.CharField(max_length=10, choices=EvidenceKind)
    file = models.ForeignKey(
        "documents.StoredFile", null=True, on_delete=models.PROTECT, related_name="+"
    )
    indicator = models.CharField(max_length=60, blank=True)
    numerator = models.CharField(max_length=40, blank=True)
    denominator = models.CharField(max_length=40, blank=True)
    page_url = models.CharField(max_length=500, blank=True)
    reported_at = models.DateTimeField()
    reported_by = models.ForeignKey(
        ACCOUNT, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    verdict = models.CharField(max_length=10, choices=Verdict, default=Verdict.WAITING)
    reason = models.CharField(max_length=2000, blank=True)
    judged_at = models.DateTimeField(null=True)
    judged_by = models.ForeignKey(
        ACCOUNT, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "number"], name="one_evidence_of_a_number"),
            models.CheckConstraint(
                condition=Q(judged_by=None) | Q(reported_by=None) | ~Q(judged_by=F("reported_by")),
                name="nobody_judges_own_evidence",
            ),
        ]


class Extension(models.Model):
    """That more time was asked for, why, and what the assigner answered."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="extensions")
    former_due_on = models.DateField()
    until_on = models.DateField()
    reason = models.CharField(max_length=2000)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        ACCOUNT, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.WAITING)
    answer_words = models.CharField(max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["task"], condition=Q(answer=Answer.WAITING), name="one_extension_waits"
            )
        ]


class TaskReminder(models.Model):
    """A rung of the ladder of reminders that was climbed for a task."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="reminders")
    rung = models.CharField(max_length=10, choices=Rung)
    on_day = models.DateField()
    reminded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["task", "rung"],
                condition=~Q(rung=Rung.BY_HAND),
                name="each_rung_of_a_task_once",
            ),
            models.UniqueConstraint(
                fields=["task", "rung", "on_day"], name="one_reminder_of_a_task_a_day"
            ),
        ]
