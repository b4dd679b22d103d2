"""Land: registration."""

from importlib import import_module

from django.apps import AppConfig


class LandConfig(AppConfig):
    """Parcels with their shapes, rights, certificates and mortgages; splitting and joining."""

    name = "nentang.government.land"
    label = "land"
    verbose_name = "Đất đai"
    pages = ("dat-dai", "dat-cua-toi")

    def ready(self) -> None:
        """Declare facts, the register, the card on the home page."""
        for module in ("indicators", "cards"):
            import_module(f"{self.name}.{module}")
