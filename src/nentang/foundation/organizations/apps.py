"""Organizations: registration."""

from django.apps import AppConfig


class OrganizationsConfig(AppConfig):
    """Organisations with identifiers and the administrative tree by date."""

    name = "nentang.foundation.organizations"
    label = "organizations"
    verbose_name = "Tổ chức và địa giới"
