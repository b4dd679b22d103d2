"""Portal: registration."""

from django.apps import AppConfig
from django.forms import Field
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """Page shell, design tokens, components, navigation, search, language switch."""

    name = "nentang.foundation.portal"
    label = "portal"
    verbose_name = "Cổng"

    def ready(self) -> None:
        """Forms say in plain words what is missing, unless a field has words of its own."""
        Field.default_error_messages["required"] = _("Cần điền chỗ này.")
