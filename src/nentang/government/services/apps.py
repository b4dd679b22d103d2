"""Services: registration."""

from importlib import import_module

from django.apps import AppConfig


class ServicesConfig(AppConfig):
    """Catalogue of procedures, dossiers, desk."""

    name = "nentang.government.services"
    label = "services"
    verbose_name = "Dịch vụ công"
    pages = ("dich-vu-cong", "ho-so", "mot-cua", "tra-cuu")

    def ready(self) -> None:
        """Register the dossier's table, facts, indicators and messages; stand in the menu."""
        for module in ("indicators", "registry"):
            import_module(f"{self.name}.{module}")
        import_module(f"{self.name}.cards").register()
