"""Forms: registration."""

from importlib import import_module

from django.apps import AppConfig


class FormsConfig(AppConfig):
    """Versioned e-forms, drafts, server-side validation."""

    name = "nentang.foundation.forms"
    label = "forms"
    verbose_name = "Biểu mẫu"
    pages = ("bieu-mau", "giao-dien")

    def ready(self) -> None:
        """Facts, and what is known of people."""
        import_module(f"{self.name}.events")
        import_module(f"{self.name}.adapters").register_person_sources()
