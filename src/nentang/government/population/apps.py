"""Population: registration."""

from importlib import import_module

from django.apps import AppConfig


class PopulationConfig(AppConfig):
    """Persons, personal numbers, residence, households."""

    name = "nentang.government.population"
    label = "population"
    verbose_name = "Dân cư"

    def ready(self) -> None:
        """Declare the registers of persons and of households; let forms and other pillars ask them."""
        import_module(f"{self.name}.registry")
        import_module(f"{self.name}.cards")
        import_module(f"{self.name}.adapters.prefill").register_citizen_source()
