"""Open data: registration."""

from importlib import import_module

from django.apps import AppConfig


class OpenDataConfig(AppConfig):
    """Datasets that everybody may take, requests for more, and what is built on them."""

    name = "nentang.measure.open_data"
    label = "open_data"
    verbose_name = "Dữ liệu mở"
    pages = ("du-lieu-mo", "so-lieu-mo")

    def ready(self) -> None:
        """Register datasets, roles, the table of requests, facts, indicators, a place in the menu."""
        for module in ("indicators", "registry", "cards"):
            import_module(f"{self.name}.{module}")
