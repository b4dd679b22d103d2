"""Indicators: registration."""

from importlib import import_module

from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    """Indicators computed from facts."""

    name = "nentang.measure.indicators"
    label = "indicators"
    verbose_name = "Chỉ số"

    def ready(self) -> None:
        """Periodic work and, once there are pages, a place in the menu."""
        for module in ("listeners", "cards"):
            import_module(f"{self.name}.{module}")
