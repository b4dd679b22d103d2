"""Queue: registration."""

from importlib import import_module

from django.apps import AppConfig


class QueueConfig(AppConfig):
    """People take a number, sit, and are called to a window."""

    name = "nentang.government.queue"
    label = "queue"
    verbose_name = "Lấy số, gọi số"

    def ready(self) -> None:
        """Register facts and indicators, the menu and a card; tidy up at night."""
        for module in ("indicators", "cards", "listeners", "holdings"):
            import_module(f"{self.name}.{module}")
