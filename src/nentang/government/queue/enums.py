"""The closed lists of the queue."""

from django.db import models
from django.utils.translation import gettext_lazy as _

SERVING_ROLES = ("clerk", "head_of_desk")
LEADING_ROLES = ("leader", "head_of_desk")


class TicketState(models.TextChoices):
    """Where somebody with a number stands."""

    WAITING = "waiting", _("Đang chờ")
    CALLED = "called", _("Đã gọi")
    SERVING = "serving", _("Đang làm")
    DONE = "done", _("Xong")
    MISSED = "missed", _("Gọi mà vắng")
    LEFT = "left", _("Không chờ nữa")
    LAPSED = "lapsed", _("Hết ngày")


LIVE = (TicketState.WAITING, TicketState.CALLED, TicketState.SERVING)
AT_WINDOW = (TicketState.CALLED, TicketState.SERVING)


class Channel(models.TextChoices):
    """Where the number was taken."""

    HALL = "hall", _("Tại sảnh")
    PHONE = "phone", _("Bằng điện thoại")


class WindowState(models.TextChoices):
    """Whether people are called to a window."""

    CLOSED = "closed", _("Đóng")
    OPEN = "open", _("Đang mở")
    PAUSED = "paused", _("Tạm nghỉ")
