"""Payments: registration."""

from importlib import import_module

from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    """Payment requests, VietQR, bank gateway, receipts."""

    name = "nentang.economy.payments"
    label = "payments"
    verbose_name = "Thanh toán"

    def ready(self) -> None:
        """Everything that payments hands to the rest of the house."""
        import_module(f"{self.name}.listeners")
        import_module(f"{self.name}.holdings")
