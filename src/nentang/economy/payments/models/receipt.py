"""Receipts, numbered without gaps within a body's year."""

from typing import ClassVar

from django.db import models

from nentang.foundation.audit.public import Numbering
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .booking import Booking
from .request import PaymentRequest


class Receipt(models.Model):
    """The receipt for booked money; the paper itself, with the payer's name, is the document."""

    request = models.ForeignKey(PaymentRequest, on_delete=models.PROTECT, related_name="receipts")
    booking = models.OneToOneField(Booking, on_delete=models.PROTECT, related_name="receipt")
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    document = models.ForeignKey(
        "documents.IssuedDocument", on_delete=models.PROTECT, related_name="+"
    )
    issued_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "year", "number"], name="one_receipt_under_a_number"
            )
        ]


class ReceiptCounter(Numbering):
    """The last receipt number of a body's year."""

    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.CASCADE, related_name="+"
    )
    year = models.PositiveSmallIntegerField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization", "year"], name="one_counter_a_year")
        ]
