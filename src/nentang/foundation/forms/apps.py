"""Forms: registration."""

from django.apps import AppConfig


class FormsConfig(AppConfig):
    """Versioned e-forms, drafts, server-side validation."""

    name = "nentang.foundation.forms"
    label = "forms"
    verbose_name = "Biểu mẫu"
