"""Requests for money: so much, to this body, for that matter."""

from typing import ClassVar

from django.db import models

from nentang.economy.payments.enums import TONES, Method, State
from nentang.kernel.personal_data import PersonalField


class PaymentRequest(models.Model):
    """One fee to be paid. `code` opens its page and stands in the transfer's purpose.

    `reference` is the asking app's code for the matter; `description` names the procedure, never a person.
    `shares` say for which items of the
    budget chart the sum is, each `{item, amount}`; none where nobody said so. Money comes as bookings, whole or, where `in_parts` allows it, bit by bit.
    """

    code = models.CharField(max_length=14, unique=True)
    reference = models.CharField(max_length=80, unique=True)
    amount = models.PositiveBigIntegerField()
    payee = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    payer = models.ForeignKey(
        "identity.Person", null=True, on_delete=models.PROTECT, related_name="+"
    )
    description = models.CharField(max_length=400)
    state = models.CharField(max_length=10, choices=State, default=State.REQUESTED)
    shares = models.JSONField(default=list)
    in_parts = models.BooleanField(default=False)
    paid_amount = models.PositiveBigIntegerField(default=0)
    refunded_amount = models.PositiveBigIntegerField(default=0)
    method = models.CharField(max_length=10, choices=Method, blank=True)
    requested_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    paid_at = models.DateTimeField(null=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "payer": PersonalField(
            purpose="Biết ai phải nộp để lập biên lai và báo tin",
            legal_basis="Luật Phí và lệ phí 97/2015/QH13",
            keep_days=3650,
        )
    }

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount__gt=0), name="payment_of_a_positive_amount"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=("paid", "refunded"), paid_at__isnull=False)
                & ~models.Q(method="")
                | ~models.Q(state__in=("paid", "refunded"))
                & models.Q(paid_at__isnull=True, method=""),
                name="paid_means_when_and_how",
            ),
            models.CheckConstraint(
                condition=models.Q(paid_amount__lte=models.F("amount"))
                & models.Q(refunded_amount__lte=models.F("paid_amount")),
                name="never_more_paid_than_asked",
            ),
        ]
        indexes = [
            models.Index(fields=["payee", "-id"], name="payment_by_payee"),
            models.Index(fields=["payee", "state", "-id"], name="payment_by_payee_state"),
            models.Index(
                fields=["expires_at"],
                condition=models.Q(state="requested"),
                name="payment_that_may_expire",
            ),
        ]

    @property
    def tone(self) -> str:
        """The chip's colour on pages."""
        return TONES[State(self.state)]

    @property
    def owed(self) -> int:
        """What has not arrived yet, in đồng."""
        return self.amount - self.paid_amount

    @property
    def is_open(self) -> bool:
        """Whether money may still come, in time or late."""
        return self.state in (State.REQUESTED, State.EXPIRED)
