"""Businesses: registration."""

from importlib import import_module

from django.apps import AppConfig


class BusinessesConfig(AppConfig):
    """Household businesses and enterprises: who they are, what they do, who stands behind them."""

    name = "nentang.government.businesses"
    label = "businesses"
    verbose_name = "Đăng ký kinh doanh"

    def ready(self) -> None:
        """Declare the register."""
        import_module(f"{self.name}.registry")
