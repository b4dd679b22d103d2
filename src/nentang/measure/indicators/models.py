"""Values of indicators by unit and month, computed from facts and replaceable by computing again."""

from datetime import date
from typing import ClassVar, Self

from django.db import models

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField


class IndicatorValues(models.QuerySet["IndicatorValue"]):
    """Values of units and months."""

    def of_months(self, first: date, last: date) -> Self:
        """Those of the months from the one with day `first` to the one with day `last`."""
        return self.filter(month__range=(first.replace(day=1), last))


class IndicatorValue(models.Model):
    """What one unit counted for one indicator in one month; nothing here is typed in by anybody."""

    indicator = models.CharField(max_length=80)
    formula_version = models.PositiveIntegerField()
    unit_code = models.CharField(max_length=12, blank=True)
    month = models.DateField()
    numerator = models.FloatField()
    denominator = models.FloatField()

    objects = IndicatorValues.as_manager()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "unit_code", "month"], name="one_value_of_unit_and_month"
            )
        ]
        indexes = [models.Index(fields=["indicator", "month"], name="values_of_month")]


class Computation(models.Model):
    """One computing of all indicators that changed something.

    `computed_at` moves on while later ones find every value as it is; `values` counts them all,
    `changed` those that this one wrote or took away.
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
