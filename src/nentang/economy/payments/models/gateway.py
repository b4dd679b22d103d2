"""What passed between us and a payment gateway."""

from typing import ClassVar

from django.db import models

from nentang.economy.payments.enums import OrderState, Outcome
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .request import PaymentRequest


class GatewayOrder(models.Model):
    """One attempt to pay a request through a gateway. `code` is ours and makes opening it idempotent."""

    request = models.ForeignKey(PaymentRequest, on_delete=models.PROTECT, related_name="orders")
    gateway = models.CharField(max_length=20)
    code = models.CharField(max_length=20, unique=True)
    amount = models.PositiveBigIntegerField()
    gateway_order_id = models.CharField(max_length=80, blank=True)
    pay_url = models.URLField(max_length=400, blank=True)
    state = models.CharField(max_length=10, choices=OrderState, default=OrderState.OPENING)
    opened_at = models.DateTimeField()
    asked_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["request", "gateway"],
                condition=models.Q(state__in=("opening", "open")),
                name="one_open_order_a_gateway",
            )
        ]
        indexes = [
            models.Index(
                fields=["asked_at"],
                condition=models.Q(state__in=("opening", "open")),
                name="order_to_ask_about",
            )
        ]


class GatewayMessage(models.Model):
    """What a gateway told us, once for each of its numbers, and what it led to.

    `payee` is the body whose money it is, as far as order or account tell.
    """

    gateway = models.CharField(max_length=20)
    message_id = models.CharField(max_length=80)
    body_hash = models.CharField(max_length=64)
    kind = models.CharField(max_length=40)
    request = models.ForeignKey(
        PaymentRequest, null=True, on_delete=models.PROTECT, related_name="messages"
    )
    payee = models.ForeignKey(
        "organizations.Organization", null=True, on_delete=models.PROTECT, related_name="+"
    )
    bank_transaction = models.CharField(max_length=80, blank=True)
    amount = models.PositiveBigIntegerField()
    outcome = models.CharField(max_length=20, choices=Outcome)
    received_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gateway", "message_id"], name="one_message_under_a_number"
            )
        ]
