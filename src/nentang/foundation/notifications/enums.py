"""Ways by which a message reaches a person, and how far each has come."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """A way to a person besides the message on the page, which is always there."""

    EMAIL = "email", _("Thư điện tử")
    SMS = "sms", _("Tin nhắn")
    PUSH = "push", _("Thông báo trên máy")


class DeliveryState(models.TextChoices):
    """How far a message has come on its way."""

    QUEUED = "queued", _("chờ gửi")
    SENT = "sent", _("đã gửi")
    DELIVERED = "delivered", _("đã đến nơi")
    FAILED = "failed", _("không gửi được")
    SKIPPED = "skipped", _("không có nơi nhận")


class Language(models.TextChoices):
    """Languages in which messages are written."""

    VIETNAMESE = "vi", _("Tiếng Việt")
    ENGLISH = "en", _("Tiếng Anh")
