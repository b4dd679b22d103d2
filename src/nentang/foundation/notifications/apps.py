"""Notifications: registration."""

from importlib import import_module

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """Messages by page, e-mail, SMS and web push; preferences, retries, receipts."""

    name = "nentang.foundation.notifications"
    label = "notifications"
    verbose_name = "Thông báo"
    pages = ("thong-bao",)

    def ready(self) -> None:
        """Facts and menu entries."""
        for module in ("events", "cards"):
            import_module(f"{self.name}.{module}")
