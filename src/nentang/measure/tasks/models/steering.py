"""Who steers the Programme: committees and plans, and how many have them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

ORGANIZATION = "organizations.Organization"


class Committee(models.Model):
    """The steering committee of a ministry or province, by the decision that set it up; one at a time."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    organization = models.ForeignKey(
        ORGANIZATION, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    symbol = models.CharField(max_length=40)
    decided_on = models.DateField()
    head_office = models.CharField(max_length=120)
    page_url = models.CharField(max_length=500, blank=True)
    file = models.ForeignKey(
        "documents.StoredFile", null=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization"],
                condition=Q(replaced_at=None),
                name="one_committee_of_a_body",
            )
        ]


class SteeringPlan(models.Model):
    """The plan of a ministry or province for a year or some years."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    organization = models.ForeignKey(
        ORGANIZATION, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    symbol = models.CharField(max_length=40)
    decided_on = models.DateField()
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    page_url = models.CharField(max_length=500, blank=True)
    file = models.ForeignKey(
        "documents.StoredFile", null=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "first_year", "last_year"], name="one_plan_of_some_years"
            ),
            models.CheckConstraint(
                condition=Q(last_year__gte=F("first_year")), name="a_plan_ends_after_it_begins"
            ),
        ]


class SteeringCount(models.Model):
    """How many bodies of a level had a committee and a plan, counted once a month."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    month = models.DateField()
    level = models.CharField(max_length=8)
    bodies = models.PositiveIntegerField()
    committees = models.PositiveIntegerField()
    plans = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["month", "level"], name="one_count_of_a_month")
        ]
