"""Catalogue: registration."""

from importlib import import_module

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """Procedures with their forms, fees and results."""

    name = "nentang.government.catalogue"
    label = "catalogue"
    verbose_name = "Danh mục thủ tục hành chính"
    pages = ("thu-tuc",)

    def ready(self) -> None:
        """Declare roles; a place in the menu."""
        for module in ("registry", "cards"):
            import_module(f"{self.name}.{module}")
