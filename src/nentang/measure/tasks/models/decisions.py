"""Decisions, and what was read from them."""

from typing import ClassVar

from django.db import models

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField
from nentang.measure.tasks.enums import (
    DeadlineKind,
    RowStanding,
)

ORGANIZATION = "organizations.Organization"


class Decision(models.Model):
    """A decision or plan that assigns tasks. `issuer` is who signed it; `assigner` the body that follows it up here.

    `tasks_made` and `rows_made` number tasks and proposed tasks; both only go up.
    """

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    code = models.CharField(max_length=60, unique=True)
    symbol = models.CharField(max_length=40)
    title = models.CharField(max_length=300)
    issuer = models.CharField(max_length=120)
    decided_on = models.DateField()
    assigner = models.ForeignKey(
        ORGANIZATION, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    is_public = models.BooleanField(default=True)
    imported_at = models.DateTimeField()
    fingerprint = models.CharField(max_length=64)
    filename = models.CharField(max_length=120)
    tasks_made = models.PositiveIntegerField(default=0)
    rows_made = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assigner", "symbol", "decided_on"], name="one_decision_of_a_symbol"
            )
        ]


class DecisionText(models.Model):
    """What stands in the file, line by line with its spot, for whoever compares."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, related_name="text")
    lines = models.JSONField(default=list)


class ProposedTask(models.Model):
    """A task as it was read from a decision, or typed; nothing is assigned before somebody confirms it.

    `key` tells one text at one place from another, so that reading a file again proposes nothing twice.
    `doubts` names what to look at, `sure` is how sure the reader was, of a hundred.
    """

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    key = models.CharField(max_length=64)
    place = models.PositiveIntegerField(default=0)
    spot = models.CharField(max_length=24, blank=True)
    item = models.CharField(max_length=20, blank=True)
    area = models.CharField(max_length=200, blank=True)
    text = models.CharField(max_length=2000)
    lead_words = models.CharField(max_length=300, blank=True)
    lead = models.ForeignKey(
        ORGANIZATION, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    support_words = models.CharField(max_length=600, blank=True)
    supports = models.JSONField(default=list)
    output = models.CharField(max_length=600, blank=True)
    due_words = models.CharField(max_length=200, blank=True)
    due_kind = models.CharField(max_length=10, choices=DeadlineKind, default=DeadlineKind.OPEN)
    due_on = models.DateField(null=True)
    sure = models.PositiveSmallIntegerField(default=0)
    doubts = models.JSONField(default=list)
    standing = models.CharField(max_length=10, choices=RowStanding, default=RowStanding.OPEN)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "key"], name="each_text_proposed_once"),
            models.UniqueConstraint(fields=["decision", "number"], name="one_row_of_a_number"),
        ]

    @property
    def is_complete(self) -> bool:
        """Whether it can be confirmed as it stands."""
        has_due = (self.due_kind == DeadlineKind.DAY) == (self.due_on is not None)
        return bool(self.text.strip() and self.lead_id and has_due) and (
            self.due_kind != DeadlineKind.OPEN
        )
