"""Programme: registration."""

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    """Targets of the Programme and how they stand."""

    name = "nentang.measure.programme"
    label = "programme"
    verbose_name = "Chương trình"
