"""Small registers: registration."""

from importlib import import_module

from django.apps import AppConfig


class SmallRegistersConfig(AppConfig):
    """The smaller registers of the Programme."""

    name = "nentang.measure.small_registers"
    label = "small_registers"
    verbose_name = "Các sổ nhỏ của Chương trình"
    pages = ("so-dang-ky",)

    def ready(self) -> None:
        """The life cycle of each register as a kind of case; facts, indicators, jobs, the menu."""
        for module in ("registry", "indicators", "cards", "listeners"):
            import_module(f"{self.name}.{module}")
