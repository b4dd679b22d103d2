"""Money that goes back: asked for by one, decided by another, carried out by the gateway."""

from typing import ClassVar

from django.db import models

from nentang.economy.payments.enums import REFUND_TONES, RefundReason, RefundState
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .booking import Booking
from .breaks import Break


class Refund(models.Model):
    """So much of one booking, or of money that was never booked, goes back the way it came.

    `code` is ours and makes the gateway's part idempotent.
    """

    code = models.CharField(max_length=14, unique=True)
    booking = models.ForeignKey(
        Booking, null=True, on_delete=models.PROTECT, related_name="refunds"
    )
    unbooked = models.ForeignKey(Break, null=True, on_delete=models.PROTECT, related_name="refunds")
    payee = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    gateway = models.CharField(max_length=20, blank=True)
    transaction = models.CharField(max_length=80, blank=True)
    amount = models.PositiveBigIntegerField()
    reason = models.CharField(max_length=20, choices=RefundReason)
    state = models.CharField(max_length=10, choices=RefundState, default=RefundState.ASKED)
    asked_by = models.BigIntegerField()
    asked_at = models.DateTimeField()
    decided_by = models.BigIntegerField(null=True)
    decided_at = models.DateTimeField(null=True)
    tried_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount__gt=0), name="refund_of_a_positive_amount"
            ),
            models.CheckConstraint(
                condition=models.Q(booking__isnull=True) ^ models.Q(unbooked__isnull=True),
                name="refund_of_one_movement",
            ),
            models.CheckConstraint(
                condition=models.Q(decided_by__isnull=True)
                | ~models.Q(decided_by=models.F("asked_by")),
                name="refund_by_four_eyes",
            ),
        ]
        indexes = [
            models.Index(fields=["payee", "-id"], name="refund_by_payee"),
            models.Index(
                fields=["id"],
                condition=models.Q(state="approved"),
                name="refund_to_carry_out",
            ),
        ]

    @property
    def tone(self) -> str:
        """The chip's colour on pages."""
        return REFUND_TONES[RefundState(self.state)]

    @property
    def is_cash(self) -> bool:
        """Whether it is handed over at the counter."""
        return not self.transaction
