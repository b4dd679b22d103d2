"""Administrative units and bodies, each with the days on which it exists."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .enums import (
    OrganizationKind,
    OrganizationLevel,
    OrganizationTask,
    SuccessionExtent,
    UnitLevel,
)


class UnitQuerySet(models.QuerySet["Unit"]):
    """Units by day."""

    def on(self, day: date) -> "UnitQuerySet":
        """Units that exist on that day."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gt=day), valid_from__lte=day)


class Unit(models.Model):
    """An administrative unit. A new unit may keep the code of a former one: identity is code and first day.

    `folded` holds the words of the name and `folded_place` those of the whole place (commune, district,
    province), spaces around each, so that ` yen` finds a word that begins so and ` yen ` the word.
    """

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    code = models.CharField(max_length=5)
    level = models.CharField(max_length=8, choices=UnitLevel)
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=60)
    title = models.CharField(max_length=80)
    place = models.CharField(max_length=200)
    folded = models.CharField(max_length=82)
    folded_place = models.CharField(max_length=202)
    sort_name = models.CharField(max_length=160)
    province_code = models.CharField(max_length=2)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    objects = UnitQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="unit_code_and_first_day"),
            models.UniqueConstraint(
                fields=["code"], condition=Q(valid_to=None), name="unit_code_once_at_present"
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                name="unit_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(level=UnitLevel.PROVINCE, parent=None)
                | (~Q(level=UnitLevel.PROVINCE) & Q(parent__isnull=False)),
                name="unit_has_parent_below_province",
            ),
        ]
        indexes = [
            models.Index(fields=["parent", "sort_name"], name="unit_children"),
            models.Index(fields=["province_code", "level"], name="unit_province_level"),
        ]

    def __str__(self) -> str:
        return self.title


class UnitSuccession(models.Model):
    """A former unit went, wholly or in part, to another on a day; one of several is the usual one."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    old = models.ForeignKey(Unit, models.CASCADE, related_name="successions")
    new = models.ForeignKey(Unit, models.CASCADE, related_name="precessions")
    effective_on = models.DateField()
    extent = models.CharField(max_length=5, choices=SuccessionExtent)
    is_usual = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["old", "new"], name="succession_once"),
            models.UniqueConstraint(
                fields=["old"], condition=Q(is_usual=True), name="succession_one_usual"
            ),
            models.CheckConstraint(condition=~Q(old=F("new")), name="succession_to_another"),
        ]


class GeographyEdition(models.Model):
    """Which content of the geography files was loaded, and when."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    fingerprint = models.CharField(max_length=64, unique=True)
    units = models.IntegerField()
    successions = models.IntegerField()
    loaded_at = models.DateTimeField()


class OrganizationQuerySet(models.QuerySet["Organization"]):
    """Bodies by day."""

    def on(self, day: date) -> "OrganizationQuerySet":
        """Bodies that exist on that day."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gt=day), valid_from__lte=day)

    def within(self, organization_id: int) -> "OrganizationQuerySet":
        """That body and all below it."""
        return self.filter(path__contains=f"/{organization_id}/")


class Organization(models.Model):
    """A body of the state, with both forms of its code (empty where none was given yet).

    `path` holds the identifiers from the topmost body down to this one: `/1/17/`.
    """

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    code_qd20 = models.CharField(max_length=35, blank=True)
    code_qcvn102 = models.CharField(max_length=13, blank=True)
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=202)
    sort_name = models.CharField(max_length=400)
    kind = models.CharField(max_length=20, choices=OrganizationKind)
    level = models.CharField(max_length=8, choices=OrganizationLevel)
    task = models.CharField(max_length=20, choices=OrganizationTask, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="organizations")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    successor = models.ForeignKey("self", models.PROTECT, null=True, related_name="predecessors")
    path = models.CharField(max_length=120, db_index=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code_qd20", "valid_from"],
                condition=~Q(code_qd20=""),
                name="organization_code_and_first_day",
            ),
            models.UniqueConstraint(
                fields=["code_qd20"],
                condition=Q(valid_to=None) & ~Q(code_qd20=""),
                name="organization_code_once_at_present",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                name="organization_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(level=OrganizationLevel.MINISTRY) | Q(unit__isnull=False),
                name="organization_below_ministry_has_unit",
            ),
            models.CheckConstraint(
                condition=Q(successor=None) | Q(valid_to__isnull=False),
                name="organization_with_successor_has_ended",
            ),
        ]
        indexes = [models.Index(fields=["unit", "kind"], name="organization_of_unit")]

    def __str__(self) -> str:
        return self.name
