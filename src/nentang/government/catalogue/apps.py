"""Catalogue: registration."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """Procedures with their forms, fees and results."""

    name = "nentang.government.catalogue"
    label = "catalogue"
    verbose_name = "Danh mục thủ tục hành chính"
