"""Money that does not fit: arrived and could not be booked, or told differently by those who saw it."""

from typing import ClassVar, Self

from django.db import models

from nentang.economy.payments.enums import BreakKind, Resolution
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .request import PaymentRequest


class BreakQuerySet(models.QuerySet["Break"]):
    """Breaks by what is still to be done about them."""

    def unresolved(self) -> Self:
        """Those that somebody must still look at."""
        return self.filter(resolution="")


class Break(models.Model):
    """One movement of money about which somebody must find out. A case of its payee where that is known.

    The three sums are what our books, the gateway and the treasury say; None where they say nothing.
    """

    code = models.CharField(max_length=14, unique=True)
    kind = models.CharField(max_length=20, choices=BreakKind)
    gateway = models.CharField(max_length=20)
    transaction = models.CharField(max_length=80)
    day = models.DateField()
    booked = models.BigIntegerField(null=True)
    told = models.BigIntegerField(null=True)
    at_treasury = models.BigIntegerField(null=True)
    request = models.ForeignKey(
        PaymentRequest, null=True, on_delete=models.PROTECT, related_name="breaks"
    )
    payee = models.ForeignKey(
        "organizations.Organization", null=True, on_delete=models.PROTECT, related_name="+"
    )
    case = models.OneToOneField(
        "casework.Case", null=True, on_delete=models.PROTECT, related_name="+"
    )
    found_at = models.DateTimeField()
    resolution = models.CharField(max_length=10, choices=Resolution, blank=True)
    note = models.CharField(max_length=1000, blank=True)
    resolved_at = models.DateTimeField(null=True)

    objects = BreakQuerySet.as_manager()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gateway", "transaction", "kind"],
                condition=models.Q(resolution=""),
                name="one_open_break_of_a_kind",
            )
        ]
        indexes = [
            models.Index(
                fields=["payee", "-id"],
                condition=models.Q(resolution=""),
                name="open_breaks_by_payee",
            ),
            models.Index(fields=["gateway", "transaction"], name="break_by_transaction"),
        ]

    @property
    def amount(self) -> int:
        """The sum to speak of: what the gateway told, else what others say."""
        sums = (self.told, self.booked, self.at_treasury)
        return next(each for each in sums if each is not None)
