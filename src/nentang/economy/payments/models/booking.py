"""Money that arrived and was booked to a request."""

from typing import ClassVar

from django.db import models

from nentang.economy.payments.enums import Method
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .request import PaymentRequest


class Booking(models.Model):
    """One movement of money towards a request. Cash has neither gateway nor transaction."""

    request = models.ForeignKey(PaymentRequest, on_delete=models.PROTECT, related_name="bookings")
    gateway = models.CharField(max_length=20, blank=True)
    transaction = models.CharField(max_length=80, blank=True)
    method = models.CharField(max_length=10, choices=Method)
    amount = models.PositiveBigIntegerField()
    booked_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount__gt=0), name="booking_of_a_positive_amount"
            ),
            models.UniqueConstraint(
                fields=["gateway", "transaction"],
                condition=~models.Q(transaction=""),
                name="one_transaction_is_booked_once",
            ),
        ]
        indexes = [models.Index(fields=["booked_at"], name="booking_by_time")]
