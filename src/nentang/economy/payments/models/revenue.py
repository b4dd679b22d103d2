"""What the state's revenue is booked to."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .booking import Booking
from .refund import Refund


class RevenueEntry(models.Model):
    """Part of a booking, or (negative) of a refund of one, for one item of the budget chart, in đồng.

    `unit` and `chapter` are those of the body that collects, `treasury` is where that unit has its accounts, all as they
    were on `day`. They are empty where the register of finance did not know the body yet.
    """

    booking = models.ForeignKey(Booking, on_delete=models.PROTECT, related_name="revenue")
    refund = models.ForeignKey(Refund, null=True, on_delete=models.PROTECT, related_name="revenue")
    payee = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    treasury = models.ForeignKey(
        "organizations.Organization", null=True, on_delete=models.PROTECT, related_name="+"
    )
    unit = models.CharField(max_length=7, blank=True)
    chapter = models.CharField(max_length=3, blank=True)
    item = models.CharField(max_length=4, blank=True)
    amount = models.BigIntegerField()
    day = models.DateField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(refund=None, amount__gt=0) | Q(refund__isnull=False, amount__lt=0),
                name="revenue_comes_and_refunds_go",
            ),
            models.UniqueConstraint(
                fields=["booking", "item"],
                condition=Q(refund=None),
                name="one_entry_of_an_item_a_booking",
            ),
            models.UniqueConstraint(
                fields=["refund", "item"], name="one_entry_of_an_item_a_refund"
            ),
        ]
        indexes = [
            models.Index(fields=["payee", "day"], name="revenue_of_payee"),
            models.Index(fields=["treasury", "day"], name="revenue_at_treasury"),
            models.Index(fields=["id"], condition=Q(unit=""), name="revenue_without_unit"),
        ]
