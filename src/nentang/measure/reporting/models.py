"""Reports, the versions that were filed, reminders, and sums up the tree."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .enums import Rung, Standing


class Report(models.Model):
    """What one body has to report for one period. Where it stands is the state of its case.

    `values` and `remarks` are the draft as it was last saved, `draft_version` goes up with every saving.
    `known` are the figures that facts and registers gave. `counted` is the number of the version that stands in
    the sums: none while nothing was filed or what was filed was returned. `above` gets the report.
    """

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    case = models.OneToOneField("casework.Case", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40, unique=True)
    regime = models.CharField(max_length=40)
    period = models.CharField(max_length=8)
    first_on = models.DateField()
    last_on = models.DateField()
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    above = models.ForeignKey(
        "organizations.Organization",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    level = models.CharField(max_length=8)
    unit_code = models.CharField(max_length=5, blank=True)
    due_at = models.DateTimeField()
    opened_at = models.DateTimeField()
    values = models.JSONField(default=dict)
    known = models.JSONField(default=dict)
    remarks = models.CharField(max_length=2000, blank=True)
    draft_version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(null=True)
    submitted_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    counted = models.PositiveIntegerField(null=True)
    versions_filed = models.PositiveIntegerField(default=0)
    first_filed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "regime", "period"], name="one_report_of_a_period"
            )
        ]
        indexes = [
            models.Index(fields=["above", "regime", "period", "id"], name="reports_for_body_above"),
            models.Index(fields=["regime", "period", "unit_code"], name="reports_of_period"),
            models.Index(
                fields=["due_at", "id"],
                name="reports_not_filed",
                condition=Q(first_filed_at__isnull=True),
            ),
        ]

    @property
    def is_late(self) -> bool:
        """Whether it was first filed after its due time."""
        return self.first_filed_at is not None and self.first_filed_at > self.due_at


class ReportVersion(models.Model):
    """What a head signed and filed; it never changes. `origins` says of each cell where it came from."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    values = models.JSONField()
    origins = models.JSONField()
    remarks = models.CharField(max_length=2000, blank=True)
    form = models.CharField(max_length=16)
    fingerprint = models.CharField(max_length=64)
    filled_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    signed_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    filed_at = models.DateTimeField()
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.FILED)
    settled_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=2000, blank=True)
    idempotency_key = models.CharField(max_length=80, null=True, unique=True)  # noqa: DJ001 - null is not unique

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["report", "number"], name="one_filed_version_of_a_number"
            )
        ]


class Reminder(models.Model):
    """A rung of the ladder of reminders that was climbed for a report."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="reminders")
    rung = models.CharField(max_length=10, choices=Rung)
    on_day = models.DateField()
    reminded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["report", "rung"],
                condition=~Q(rung=Rung.BY_HAND),
                name="each_rung_once",
            ),
            models.UniqueConstraint(fields=["report", "rung", "on_day"], name="one_reminder_a_day"),
        ]


class ReportSum(models.Model):
    """What the reports of a unit and all within it add up to; the nation stands under no code.

    `wanted` goes up whenever something below changed, `computed` follows when it is added up anew.
    """

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    regime = models.CharField(max_length=40)
    period = models.CharField(max_length=8)
    unit_code = models.CharField(max_length=5, blank=True)
    values = models.JSONField(default=dict)
    expected = models.JSONField(default=dict)
    filed = models.JSONField(default=dict)
    taken_in = models.JSONField(default=dict)
    wanted = models.PositiveIntegerField(default=1)
    computed = models.PositiveIntegerField(default=0)
    computed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["regime", "period", "unit_code"], name="one_sum_of_a_unit"
            )
        ]
        indexes = [
            models.Index(
                fields=["id"], name="sums_to_be_computed", condition=Q(wanted__gt=F("computed"))
            )
        ]

    @property
    def is_stale(self) -> bool:
        """Whether something below changed since it was added up."""
        return self.wanted > self.computed
