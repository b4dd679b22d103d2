"""Reporting: registration."""

from importlib import import_module

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """Reports of bodies to those above them."""

    name = "nentang.measure.reporting"
    label = "reporting"
    verbose_name = "Chế độ báo cáo"
    pages = ("bao-cao",)

    def ready(self) -> None:
        """Register the table of a report, facts, indicators and messages; a place in the menu."""
        for module in ("indicators", "registry", "cards"):
            import_module(f"{self.name}.{module}")
