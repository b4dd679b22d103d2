"""Indicators: registration."""

from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    """Indicators computed from facts."""

    name = "nentang.measure.indicators"
    label = "indicators"
    verbose_name = "Chỉ số"
