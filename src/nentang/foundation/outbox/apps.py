"""Outbox: registration."""

from importlib import import_module

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """Events, delivery, retries, dead letters, periodic jobs."""

    name = "nentang.foundation.outbox"
    label = "outbox"
    verbose_name = "Hộp gửi sự kiện"

    def ready(self) -> None:
        """Register periodic work."""
        import_module(f"{self.name}.listeners")
