"""Office: registration."""

from importlib import import_module

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    """Incoming and outgoing documents of a body, and the files in which its work is kept."""

    name = "nentang.government.office"
    label = "office"
    verbose_name = "Văn thư, hồ sơ công việc"
    pages = ("van-thu",)

    def ready(self) -> None:
        """Register the tables, facts, indicators, papers and messages."""
        for module in ("indicators", "registry", "cards"):
            import_module(f"{self.name}.{module}")
