"""The tasks that decisions assign, and who helps."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField
from nentang.measure.tasks.enums import (
    DeadlineKind,
)

from .decisions import Decision, ProposedTask

ORGANIZATION = "organizations.Organization"


class Task(models.Model):
    """What one body has to do. Its case says whose turn it is; how it stands is derived from these days alone.

    `started_on`: taken up or handed on. `reported_on`: the day of the evidence that waits or was accepted.
    `accepted_on`: the assigner accepted it. `returned_on`: the last evidence was returned, none came since.
    `due_on` moves with extensions, `first_due_on` never. `path` holds the identifiers from the topmost task
    down to this one.
    """

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    case = models.OneToOneField("casework.Case", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40, unique=True)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="tasks")
    row = models.OneToOneField(
        ProposedTask, null=True, on_delete=models.PROTECT, related_name="task"
    )
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="parts")
    path = models.CharField(max_length=120, db_index=True)
    depth = models.PositiveSmallIntegerField(default=0)
    parts_made = models.PositiveIntegerField(default=0)
    item = models.CharField(max_length=20, blank=True)
    area = models.CharField(max_length=200, blank=True)
    text = models.CharField(max_length=2000)
    output = models.CharField(max_length=600, blank=True)
    assigner = models.ForeignKey(
        ORGANIZATION, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    lead = models.ForeignKey(
        ORGANIZATION, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    unit_code = models.CharField(max_length=5, blank=True)
    level = models.CharField(max_length=8)
    accountable_office = models.CharField(max_length=120, blank=True)
    backup_office = models.CharField(max_length=120, blank=True)
    due_kind = models.CharField(max_length=10, choices=DeadlineKind)
    due_on = models.DateField(null=True)
    first_due_on = models.DateField(null=True)
    assigned_on = models.DateField()
    started_on = models.DateField(null=True)
    reported_on = models.DateField(null=True)
    accepted_on = models.DateField(null=True)
    returned_on = models.DateField(null=True)
    counted_due_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(due_kind=DeadlineKind.DAY, due_on__isnull=False)
                | (~Q(due_kind=DeadlineKind.DAY) & Q(due_on=None)),
                name="a_deadline_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(accepted_on=None) | Q(reported_on__isnull=False),
                name="accepted_once_reported",
            ),
            models.UniqueConstraint(
                fields=["parent", "lead"],
                condition=Q(parent__isnull=False),
                name="one_part_of_a_body",
            ),
        ]
        indexes = [
            models.Index(fields=["lead", "id"], name="tasks_of_lead"),
            models.Index(fields=["assigner", "id"], name="tasks_of_assigner"),
            models.Index(
                fields=["due_on", "id"], name="tasks_to_do", condition=Q(accepted_on__isnull=True)
            ),
        ]


class TaskSupport(models.Model):
    """A body that helps the lead body."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="supports")
    organization = models.ForeignKey(
        ORGANIZATION, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "organization"], name="each_body_helps_once")
        ]
        indexes = [models.Index(fields=["organization", "task"], name="tasks_of_support")]
