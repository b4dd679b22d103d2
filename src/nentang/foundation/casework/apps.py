"""Casework: registration."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """One case for whatever an office works on."""

    name = "nentang.foundation.casework"
    label = "casework"
    verbose_name = "Xử lý công việc"
