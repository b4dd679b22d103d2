"""Tasks: registration."""

from importlib import import_module

from django.apps import AppConfig


class TasksConfig(AppConfig):
    """Tasks assigned by decisions and plans, and who steers the Programme."""

    name = "nentang.measure.tasks"
    label = "tasks"
    verbose_name = "Nhiệm vụ được giao"
    pages = ("nhiem-vu",)

    def ready(self) -> None:
        """Register the table of a task, facts, indicators, messages and files; a place in the menu."""
        for module in ("indicators", "registry", "cards"):
            import_module(f"{self.name}.{module}")
