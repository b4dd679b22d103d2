"""Notifications: registration."""

from importlib import import_module

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """In-app messages, e-mail, SMS, web push; preferences, retries, receipts."""

    name = "nentang.foundation.notifications"
    label = "notifications"
    verbose_name = "Thông báo"

    def ready(self) -> None:
        """The worker's job."""
        import_module(f"{self.name}.listeners")
