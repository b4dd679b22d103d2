"""Status sync: registration."""

from importlib import import_module

from django.apps import AppConfig


class StatusSyncConfig(AppConfig):
    """States of dossiers, to and from other portals."""

    name = "nentang.government.status_sync"
    label = "status_sync"
    verbose_name = "Đồng bộ trạng thái hồ sơ"
    pages = ("lien-thong",)

    def ready(self) -> None:
        """A place in the menu."""
        import_module(f"{self.name}.cards")
