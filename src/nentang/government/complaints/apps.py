"""Complaints: registration."""

from importlib import import_module

from django.apps import AppConfig


class ComplaintsConfig(AppConfig):
    """Complaints about dossiers."""

    name = "nentang.government.complaints"
    label = "complaints"
    verbose_name = "Khiếu nại"
    pages = ("ho-so", "khieu-nai", "mot-cua")

    def ready(self) -> None:
        """Register the tables, facts, indicators and messages; show complaints with dossiers."""
        for module in ("indicators", "registry", "cards"):
            import_module(f"{self.name}.{module}")
