"""Identity: registration."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IdentityConfig(AppConfig):
    """People, accounts, assurance, officers, mandates, OpenID Connect."""

    name = "nentang.foundation.identity"
    label = "identity"
    verbose_name = _("Định danh")

    def ready(self) -> None:
        """Listen to sign-ins, clear up every so often, be in the menu and name roles in the audit."""
        import_module(f"{self.name}.listeners")
        import_module(f"{self.name}.tasks")
        import_module(f"{self.name}.cards")
        import_module(f"{self.name}.holdings")
