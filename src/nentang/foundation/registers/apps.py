"""Registers: registration."""

from importlib import import_module

from django.apps import AppConfig


class RegistersConfig(AppConfig):
    """The base on which every register of the state stands."""

    name = "nentang.foundation.registers"
    label = "registers"
    verbose_name = "Nền của các cơ sở dữ liệu"
    pages = ("co-so-du-lieu", "xem-lai")

    def ready(self) -> None:
        """Register facts, the table of re-examinations, the role of those who keep registers, the menu."""
        for module in ("indicators", "cards"):
            import_module(f"{self.name}.{module}")
