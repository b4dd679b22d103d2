"""Personal data: registration."""

from importlib import import_module

from django.apps import AppConfig


class PersonalDataConfig(AppConfig):
    """Export, erasure by term, requests of data subjects, breaches."""

    name = "nentang.trust.personal_data"
    label = "personal_data"
    verbose_name = "Bảo vệ dữ liệu cá nhân"

    def ready(self) -> None:
        """Register facts, messages and holdings, the menu, the worker's jobs."""
        for module in ("indicators", "registry", "holdings", "cards", "tasks"):
            import_module(f"{self.name}.{module}")
