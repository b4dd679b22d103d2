"""Casework: registration."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from nentang.foundation.portal.public import MenuEntry, add_to_menu


class CaseworkConfig(AppConfig):
    """One case for whatever an office works on."""

    name = "nentang.foundation.casework"
    label = "casework"
    verbose_name = "Xử lý công việc"

    def ready(self) -> None:
        """Declare facts, listen, stand in the officers' menu."""
        for module in ("indicators", "listeners"):
            import_module(f"{self.name}.{module}")
        add_to_menu(
            MenuEntry(_("Việc của tôi"), "casework:inbox", lambda actor: actor.is_officer, 10)
        )
