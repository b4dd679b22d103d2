"""Holdings: registration."""

from django.apps import AppConfig


class HoldingsConfig(AppConfig):
    """What each app holds about people, and the terms of keeping it."""

    name = "nentang.foundation.holdings"
    label = "holdings"
    verbose_name = "Dữ liệu đang giữ về người dân"
