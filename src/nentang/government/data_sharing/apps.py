"""Data sharing: registration."""

from importlib import import_module

from django.apps import AppConfig


class DataSharingConfig(AppConfig):
    """Who may ask whom for what data, why and until when."""

    name = "nentang.government.data_sharing"
    label = "data_sharing"
    verbose_name = "Kết nối, chia sẻ dữ liệu"
    pages = ("chia-se-du-lieu",)

    def ready(self) -> None:
        """Register the table of requests, facts, indicators and the place in the menu."""
        for module in ("indicators", "registry", "cards"):
            import_module(f"{self.name}.{module}")
