"""Linked procedures: registration."""

from importlib import import_module

from django.apps import AppConfig


class LinkedConfig(AppConfig):
    """Several procedures in one declaration."""

    name = "nentang.government.linked"
    label = "linked"
    verbose_name = "Thủ tục liên thông"
    pages = ("mot-cua", "viec-lien-thong")

    def ready(self) -> None:
        """Register facts, indicator and messages."""
        for module in ("indicators", "registry", "cards"):
            import_module(f"{self.name}.{module}")
