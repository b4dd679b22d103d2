"""Finance: registration."""

from importlib import import_module

from django.apps import AppConfig


class FinanceConfig(AppConfig):
    """Units with budget relation, and the chart to which the state's revenue is booked."""

    name = "nentang.government.finance"
    label = "finance"
    verbose_name = "Tài chính"

    def ready(self) -> None:
        """Declare the register; answer for the chart."""
        import_module(f"{self.name}.registry")
