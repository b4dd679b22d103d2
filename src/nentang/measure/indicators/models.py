"""Values of indicators by unit and month, computed from facts and replaceable by computing again."""

from typing import ClassVar

from django.db import models

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField


class IndicatorValue(models.Model):
    """What one unit counted for one indicator in one month; nothing here is typed in by anybody."""

    indicator = models.CharField(max_length=80)
    formula_version = models.PositiveIntegerField()
    unit_code = models.CharField(max_length=10, blank=True)
    month = models.DateField()
    numerator = models.FloatField()
    denominator = models.FloatField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "unit_code", "month"], name="one_value_of_unit_and_month"
            )
        ]


class Computation(models.Model):
    """When all indicators were last computed, and up to which fact."""

    computed_at = models.DateTimeField()
    values = models.PositiveIntegerField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA
