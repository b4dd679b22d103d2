"""What every register's own models stand on."""

from functools import cache
from typing import Any, ClassVar, TypeVar

from django.db import models
from django.db.models import Q

from nentang.foundation.registers.enums import Act, BasisKind
from nentang.kernel.periods import Period

M = TypeVar("M", bound=models.Model)


def every_row(model: type[M]) -> models.QuerySet[M]:
    """All rows of a model that is known only when the program runs."""
    return models.QuerySet(model)


class Record(models.Model):
    """A thing that a register keeps: a person, a birth, a parcel. What is said of it are its versions.

    `keeper` is the body that keeps it. `folded` holds the words by which it is found, the most telling
    first. `revision` counts writings: whoever writes on an old one is refused. `changed_at` is the
    instant of the last writing, so that no two have the same.
    """

    code = models.CharField(max_length=40, unique=True)
    keeper = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    folded = models.CharField(max_length=200)
    revision = models.PositiveIntegerField(default=0)
    entered_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    locked_for = models.CharField(max_length=200, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="merged", db_index=False
    )

    class Meta:
        abstract = True
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["keeper", "folded"], name="%(class)s_of_keeper"),
            models.Index(fields=["folded", "id"], name="%(class)s_by_words"),
        ]

    def __str__(self) -> str:
        return self.code


class Version(models.Model):
    """What is said of a record for some days. A model of a register adds `record` and its values.

    A row is never changed but for `superseded_at`, the instant since which we know better. `basis` is
    the code of the case, document or book behind it.
    """

    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)
    act = models.CharField(max_length=12, choices=Act)
    basis_kind = models.CharField(max_length=10, choices=BasisKind)
    basis = models.CharField(max_length=80)
    written_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["record", "valid_from"],
                condition=Q(superseded_at__isnull=True),
                name="one_%(class)s_begins_a_day",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=models.F("valid_from")),
                name="%(class)s_lasts",
            ),
        ]

    @property
    def period(self) -> Period:
        """The days of which it speaks."""
        return Period(self.valid_from, self.valid_to)

    @classmethod
    @cache
    def value_names(cls) -> tuple[str, ...]:
        """Columns that hold what is said, beside those that every version has."""
        own = {field.attname for field in Version._meta.get_fields() if hasattr(field, "attname")}
        return tuple(
            field.attname
            for field in cls._meta.concrete_fields
            if field.attname not in own and field.attname not in ("id", "record_id")
        )

    def values(self) -> dict[str, Any]:
        """What is said, by column."""
        return {name: getattr(self, name) for name in self.value_names()}
