"""Payments: registration."""

from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    """Payment requests, VietQR, bank gateway, receipts."""

    name = "nentang.economy.payments"
    label = "payments"
    verbose_name = "Thanh toán"
