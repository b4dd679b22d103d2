"""Portal: registration."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Page shell, design tokens, components, navigation, search, language switch."""

    name = "nentang.foundation.portal"
    label = "portal"
    verbose_name = "Cổng"
