"""Services: registration."""

from django.apps import AppConfig


class ServicesConfig(AppConfig):
    """Catalogue of procedures, dossiers, desk."""

    name = "nentang.government.services"
    label = "services"
    verbose_name = "Dịch vụ công"
