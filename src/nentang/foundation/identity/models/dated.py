"""What holds on some days and not on others."""

from datetime import date
from typing import Self, TypeVar

from django.db import models
from django.db.models import Q

from nentang.kernel.periods import Period

M = TypeVar("M", bound=models.Model)


class DatedQuerySet(models.QuerySet[M]):
    """Rows with `valid_from` (in) and `valid_to` (out, empty: open)."""

    def in_force(self, day: date) -> Self:
        """Those that hold on that day."""
        return self.filter(valid_from__lte=day).filter(
            Q(valid_to__isnull=True) | Q(valid_to__gt=day)
        )


def ends_after_it_begins(name: str) -> models.CheckConstraint:
    """The constraint that a period holds at least a day."""
    return models.CheckConstraint(
        name=name,
        condition=Q(valid_to__isnull=True) | Q(valid_to__gt=models.F("valid_from")),
    )


class Dated(models.Model):
    """A half-open period of legal days."""

    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def period(self) -> Period:
        """The days on which it holds."""
        return Period(self.valid_from, self.valid_to)
