"""Casework: registration."""

from importlib import import_module

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """One case for whatever an office works on."""

    name = "nentang.foundation.casework"
    label = "casework"
    verbose_name = "Xử lý công việc"

    def ready(self) -> None:
        """Declare facts, listen, stand in the officers' menu and on their home page."""
        for module in ("indicators", "listeners", "cards", "holdings"):
            import_module(f"{self.name}.{module}")
