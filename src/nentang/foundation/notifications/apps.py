"""Notifications: registration."""

from importlib import import_module

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """Messages by page, e-mail, SMS and web push; preferences, retries, receipts."""

    name = "nentang.foundation.notifications"
    label = "notifications"
    verbose_name = "Thông báo"

    def ready(self) -> None:
        """Menu entries and the worker's job."""
        import_module(f"{self.name}.cards")
        import_module(f"{self.name}.listeners")
        import_module(f"{self.name}.holdings")
