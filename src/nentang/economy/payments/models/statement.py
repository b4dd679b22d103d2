"""What gateways and the treasury say moved on a day."""

from typing import ClassVar

from django.db import models

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField


class Statement(models.Model):
    """The file of a source for a day; a newer one for the same day takes its place."""

    source = models.CharField(max_length=20)
    day = models.DateField()
    sha256 = models.CharField(max_length=64)
    lines_count = models.PositiveIntegerField()
    total = models.BigIntegerField()
    read_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "day"], name="one_statement_a_day")
        ]


class StatementLine(models.Model):
    """One movement; what goes back is negative and bears our refund's code as its transaction."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="lines")
    gateway = models.CharField(max_length=20)
    transaction = models.CharField(max_length=80)
    amount = models.BigIntegerField()
    payee = models.ForeignKey(
        "organizations.Organization", null=True, on_delete=models.PROTECT, related_name="+"
    )

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "gateway", "transaction"], name="one_line_a_movement"
            )
        ]
        indexes = [models.Index(fields=["gateway", "transaction"], name="line_by_transaction")]
