"""Ways by which a message reaches a person, and how far each has come."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """A way to a person. The message on the page is always there and needs no delivery."""

    IN_APP = "in_app", _("Trên trang của người nhận")
    EMAIL = "email", _("Thư điện tử")
    SMS = "sms", _("Tin nhắn")
    PUSH = "push", _("Thông báo trên máy")


CARRIED = (Channel.EMAIL, Channel.SMS, Channel.PUSH)
QUIET = (Channel.SMS, Channel.PUSH)


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
