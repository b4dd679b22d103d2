"""Forms: registration."""

from importlib import import_module

from django.apps import AppConfig


class FormsConfig(AppConfig):
    """Versioned e-forms, drafts, server-side validation."""

    name = "nentang.foundation.forms"
    label = "forms"
    verbose_name = "Biểu mẫu"

    def ready(self) -> None:
        """What is known of people, and the worker's job."""
        import_module(f"{self.name}.adapters").register_person_sources()
        import_module(f"{self.name}.tasks")
        import_module(f"{self.name}.holdings")
