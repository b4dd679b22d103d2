"""Civil status: registration."""

from importlib import import_module

from django.apps import AppConfig


class CivilStatusConfig(AppConfig):
    """Births, marriages, deaths, recognition, guardianship, changes; the paper books before them."""

    name = "nentang.government.civil_status"
    label = "civil_status"
    verbose_name = "Hộ tịch"
    pages = ("ho-tich",)

    def ready(self) -> None:
        """Declare the registers, facts, indicators, papers, and the desk in the menu."""
        for module in ("indicators", "registry", "cards"):
            import_module(f"{self.name}.{module}")
