"""Programme: registration."""

from importlib import import_module

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    """Targets of the Programme and how they stand."""

    name = "nentang.measure.programme"
    label = "programme"
    verbose_name = "Chương trình"
    pages = ("muc-tieu",)

    def ready(self) -> None:
        """The table of a plan's target, facts; a place in the menu; targets beside the figures of the board."""
        for module in ("indicators", "registry", "cards"):
            import_module(f"{self.name}.{module}")
