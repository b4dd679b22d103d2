"""Targets of bodies' own plans, their versions, values that were reported, and what stands in the way."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from nentang.foundation.audit.public import Numbering
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField


class PlanTarget(models.Model):
    """A target of one ministry's or province's own plan. Where it stands is the state of its case.

    `draft` is what was typed, as it was last saved; `draft_version` goes up with every saving.
    `published` is the number of the version that holds: none before the first approval.
    """

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    case = models.OneToOneField("casework.Case", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40, unique=True)
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    unit_code = models.CharField(max_length=5, blank=True)
    name = models.CharField(max_length=200)
    draft = models.JSONField(default=dict)
    draft_version = models.PositiveIntegerField(default=1)
    drafted_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    drafted_at = models.DateTimeField()
    reason = models.CharField(max_length=1000, blank=True)
    published = models.PositiveIntegerField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["organization", "id"], name="plan_targets_of_body"),
            models.Index(
                fields=["id"],
                name="published_plan_targets",
                condition=Q(published__isnull=False),
            ),
        ]


class TargetVersion(models.Model):
    """A target as a leader approved it; it never changes."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    target = models.ForeignKey(PlanTarget, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    terms = models.JSONField()
    reason = models.CharField(max_length=1000, blank=True)
    drafted_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    approved_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["target", "number"], name="one_target_version_a_number")
        ]


class ReportedValue(models.Model):
    """What a body reported of a target on a day; of two for one day the later report counts."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    target = models.ForeignKey(PlanTarget, on_delete=models.PROTECT, related_name="values")
    on_day = models.DateField()
    value = models.FloatField()
    source = models.CharField(max_length=300)
    reported_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    reported_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["target", "on_day", "id"], name="values_of_plan_target")]


class Obstacle(models.Model):
    """What stands in the way of a target: since when, whose move it is, which document has to change.

    `target_code` is that of a target of the Programme or of a body's own. `document` is the code of an
    entry in the register of legal review, or empty.
    """

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    target_code = models.CharField(max_length=40)
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    what = models.CharField(max_length=1000)
    since_on = models.DateField()
    whose_move = models.CharField(max_length=200)
    document = models.CharField(max_length=40, blank=True)
    logged_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    logged_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=1000, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["target_code", "-id"], name="obstacles_of_target"),
            models.Index(
                fields=["document"], name="obstacles_by_document", condition=~Q(document="")
            ),
        ]


class TargetCounter(Numbering):
    """The last number of a body's targets in a year: numbers without gaps."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.CASCADE, related_name="+"
    )
    year = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "year"], name="one_target_counter_a_year"
            )
        ]
