"""Complaints: registration."""

from importlib import import_module

from django.apps import AppConfig


class ComplaintsConfig(AppConfig):
    """Complaints about dossiers."""

    name = "nentang.government.complaints"
    label = "complaints"
    verbose_name = "Khiếu nại"

    def ready(self) -> None:
        """Register the tables, facts, indicators and messages; show complaints with dossiers; listen."""
        for module in ("indicators", "registry", "cards", "listeners"):
            import_module(f"{self.name}.{module}")
