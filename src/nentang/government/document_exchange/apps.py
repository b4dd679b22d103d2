"""Document exchange: registration."""

from importlib import import_module

from django.apps import AppConfig


class DocumentExchangeConfig(AppConfig):
    """Documents that bodies send one another, with receipts and a daily proof."""

    name = "nentang.government.document_exchange"
    label = "document_exchange"
    verbose_name = "Trục liên thông văn bản"
    pages = ("truc-van-ban",)

    def ready(self) -> None:
        """Facts and indicators, who may open files, a place in the menu."""
        for module in ("indicators", "cards"):
            import_module(f"{self.name}.{module}")
