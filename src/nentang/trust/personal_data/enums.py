"""The closed lists of personal data."""

from django.db import models
from django.utils.translation import gettext_lazy as _

ROLE = "data_protection"


class ExportState(models.TextChoices):
    """Where an export stands."""

    ASKED = "asked", _("Đang gom dữ liệu")
    READY = "ready", _("Đã xong")
    GONE = "gone", _("Đã hết hạn tải")
