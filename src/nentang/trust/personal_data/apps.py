"""Personal data: registration."""

from importlib import import_module

from django.apps import AppConfig


class PersonalDataConfig(AppConfig):
    """Export, erasure by term, requests of data subjects, breaches."""

    name = "nentang.trust.personal_data"
    label = "personal_data"
    verbose_name = "Bảo vệ dữ liệu cá nhân"
    pages = ("bao-ve-du-lieu", "dinh-danh", "du-lieu-ca-nhan")

    def ready(self) -> None:
        """Register facts and messages, the menu."""
        for module in ("indicators", "registry", "cards"):
            import_module(f"{self.name}.{module}")
