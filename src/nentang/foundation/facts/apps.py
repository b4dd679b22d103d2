"""Facts: registration."""

from importlib import import_module

from django.apps import AppConfig


class FactsConfig(AppConfig):
    """What happened, for the measure: append-only, typed, no personal data."""

    name = "nentang.foundation.facts"
    label = "facts"
    verbose_name = "Dữ kiện"

    def ready(self) -> None:
        """Register periodic work."""
        import_module(f"{self.name}.listeners")
