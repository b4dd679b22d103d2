"""Indicators: registration."""

from importlib import import_module

from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    """Indicators computed from facts."""

    name = "nentang.measure.indicators"
    label = "indicators"
    verbose_name = "Chỉ số"
    pages = ("dieu-hanh",)

    def ready(self) -> None:
        """A place in the menu."""
        import_module(f"{self.name}.cards")
