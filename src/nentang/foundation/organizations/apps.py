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
        """Facts, names for the audit and a place in the menu."""
        for module in ("events", "cards"):
            import_module(f"{self.name}.{module}")
