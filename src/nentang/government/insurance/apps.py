"""Insurance: registration."""

from importlib import import_module

from django.apps import AppConfig


class InsuranceConfig(AppConfig):
    """Who takes part in health and social insurance, their cards and periods."""

    name = "nentang.government.insurance"
    label = "insurance"
    verbose_name = "Bảo hiểm"

    def ready(self) -> None:
        """Declare the register."""
        import_module(f"{self.name}.registry")
