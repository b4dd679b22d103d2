"""Words of fixed lists in the office."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Urgency(models.TextChoices):
    """How fast a document has to be dealt with (Decree 30/2020/NĐ-CP, article 8)."""

    NORMAL = "normal", _("Thường")
    URGENT = "urgent", _("Khẩn")
    VERY_URGENT = "very_urgent", _("Thượng khẩn")
    EXPRESS = "express", _("Hỏa tốc")


class Secrecy(models.TextChoices):
    """Whether a document holds state secrets; only open documents are kept here."""

    OPEN = "open", _("Không mật")
    SECRET = "secret", _("Mật")
    TOP_SECRET = "top_secret", _("Tối mật")
    UTMOST_SECRET = "utmost_secret", _("Tuyệt mật")


class Channel(models.TextChoices):
    """How a document came."""

    AXIS = "axis", _("Qua mạng, từ cơ quan khác")
    PAPER = "paper", _("Bản giấy")
    EMAIL = "email", _("Thư điện tử")


class NumberingWay(models.TextChoices):
    """How a body numbers what it issues: each type by itself, or all in one series."""

    BY_TYPE = "by_type", _("Mỗi loại văn bản một dãy số")
    ONE_SERIES = "one_series", _("Chung một dãy số")


class Delivery(models.TextChoices):
    """How far an issued document has come to one of its recipients."""

    WAITING = "waiting", _("Chờ ký số xong")
    SENT = "sent", _("Đã gửi")
    REGISTERED = "registered", _("Nơi nhận đã vào sổ")
    RETURNED = "returned", _("Nơi nhận trả lại")
    FAILED = "failed", _("Chưa gửi được")
    OFFLINE = "offline", _("Không gửi qua mạng")
