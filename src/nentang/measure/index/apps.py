"""Index: registration."""

from importlib import import_module

from django.apps import AppConfig


class IndexConfig(AppConfig):
    """The digital transformation index of units."""

    name = "nentang.measure.index"
    label = "index"
    verbose_name = "Chỉ số chuyển đổi số"
    pages = ("chi-so-dti",)

    def ready(self) -> None:
        """Facts, the table of sheets, roles; a place in the menu, who may open evidence."""
        for module in ("indicators", "registry", "cards"):
            import_module(f"{self.name}.{module}")
