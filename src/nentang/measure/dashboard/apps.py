"""Dashboard: registration."""

from importlib import import_module

from django.apps import AppConfig


class DashboardConfig(AppConfig):
    """What leaders look at: one screen a unit, comparison, charts for others, briefing packs."""

    name = "nentang.measure.dashboard"
    label = "dashboard"
    verbose_name = "Tổng quan"
    pages = ("tong-quan",)

    def ready(self) -> None:
        """The papers, a place in the menu, who may open a pack."""
        for module in ("registry", "cards"):
            import_module(f"{self.name}.{module}")
