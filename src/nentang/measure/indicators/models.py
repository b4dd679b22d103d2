"""Values of indicators by unit and year, computed from facts and replaceable by computing again."""

from collections.abc import Collection
from datetime import date
from typing import ClassVar, Self

from django.db import models

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField


class IndicatorYears(models.QuerySet["IndicatorYear"]):
    """Years of units."""

    def told(self, codes: Collection[str], geographies: Collection[str]) -> Self:
        """Those of these indicators, under these geographies."""
        return self.filter(indicator__in=codes, geography__in=geographies)

    def between(self, first: date, last: date) -> Self:
        """Those of the years from the one with day `first` to the one with day `last`."""
        return self.filter(year__range=(first.year, last.year))


class IndicatorYear(models.Model):
    """What was counted for one indicator in the months of one year; nothing here is typed in by anybody.

    `geography` is empty for what the unit itself counted. With the day of a tree it is what that unit
    and all within it counted, under the units of that day; without unit, the nation. `numerators` and
    `denominators` are twelve amounts each.
    """

    indicator = models.CharField(max_length=80)
    formula_version = models.PositiveIntegerField()
    geography = models.CharField(max_length=10, blank=True)
    unit_code = models.CharField(max_length=12, blank=True)
    year = models.PositiveSmallIntegerField()
    numerators = models.TextField()
    denominators = models.TextField()

    objects = IndicatorYears.as_manager()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "geography", "unit_code", "year"],
                name="one_year_of_unit_and_geography",
            )
        ]


class Computation(models.Model):
    """One computing of all indicators that changed something.

    `computed_at` moves on while later ones find every value as it is; `values` counts all years of
    units that are kept, `changed` those that this one wrote or took away.
    """

    computed_at = models.DateTimeField()
    values = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA


class Progress(models.Model):
    """How far the values follow the facts: the last exported batch that is in them, and the formulas.

    It moves on in the transaction that writes the values, so that no batch is ever added twice.
    """

    batch = models.PositiveIntegerField(default=0)
    formulas = models.CharField(max_length=64, default="")

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA
