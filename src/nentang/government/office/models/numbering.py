"""How a body numbers its documents."""

from typing import ClassVar

from django.db import models

from nentang.foundation.audit.public import Numbering
from nentang.government.office.enums import NumberingWay
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField


class BodyNotation(models.Model):
    """What a body is called in its numbers, and how it numbers; without a row both follow from its name."""

    organization = models.OneToOneField(
        "organizations.Organization", on_delete=models.CASCADE, related_name="+"
    )
    notation = models.CharField(max_length=20)
    numbering = models.CharField(max_length=12, choices=NumberingWay, default=NumberingWay.BY_TYPE)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA


class SeriesCounter(Numbering):
    """The last number of a series of a body's year: numbers without gaps."""

    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.CASCADE, related_name="+"
    )
    series = models.CharField(max_length=8)
    year = models.PositiveSmallIntegerField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "series", "year"], name="one_office_counter_a_year"
            )
        ]
