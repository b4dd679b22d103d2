"""Words of fixed lists in the dashboard."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PackState(models.TextChoices):
    """Where a briefing pack stands."""

    ORDERED = "ordered", _("Chờ làm")
    MADE = "made", _("Đã xong")
    FAILED = "failed", _("Làm không được")


class Layout(models.TextChoices):
    """The two ways a chart for other sites is drawn."""

    TREND = "duong", _("Đường theo tháng")
    BARS = "cot", _("So các nơi")
    MAP = "ban-do", _("Bản đồ")
