"""Facts: registration."""

from django.apps import AppConfig


class FactsConfig(AppConfig):
    """What happened, for the measure: append-only, typed, no personal data."""

    name = "nentang.foundation.facts"
    label = "facts"
    verbose_name = "Dữ kiện"
