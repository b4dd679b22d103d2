"""Services: registration."""

from importlib import import_module

from django.apps import AppConfig


class ServicesConfig(AppConfig):
    """Catalogue of procedures, dossiers, desk."""

    name = "nentang.government.services"
    label = "services"
    verbose_name = "Dịch vụ công"

    def ready(self) -> None:
        """Register the dossier's table, facts, indicators and messages; listen."""
        for module in ("indicators", "registry", "listeners", "holdings"):
            import_module(f"{self.name}.{module}")
        import_module(f"{self.name}.cards").register()
