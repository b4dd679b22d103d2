"""Organizations: registration."""

from importlib import import_module

from django.apps import AppConfig


class OrganizationsConfig(AppConfig):
    """Organisations with identifiers and the administrative tree by date."""

    name = "nentang.foundation.organizations"
    label = "organizations"
    verbose_name = "Tổ chức và địa giới"
    pages = ("dia-gioi",)

    def ready(self) -> None:
        """Names for the audit and a place in the menu."""
        import_module(f"{self.name}.cards")
