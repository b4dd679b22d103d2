"""Schools: registration."""

from importlib import import_module

from django.apps import AppConfig


class SchoolsConfig(AppConfig):
    """The lists of children by the year in which they are to go to school."""

    name = "nentang.society.schools"
    label = "schools"
    verbose_name = "Trường lớp"
    pages = ("truong-lop",)

    def ready(self) -> None:
        """Register facts, the role and the message, the menu."""
        for module in ("indicators", "registry", "cards"):
            import_module(f"{self.name}.{module}")
