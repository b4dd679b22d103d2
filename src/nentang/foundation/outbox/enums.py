"""Where a delivery stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DeliveryState(models.TextChoices):
    """Open are `pending` and `leased`."""

    PENDING = "pending", _("Chờ giao")
    LEASED = "leased", _("Đang giao")
    DONE = "done", _("Đã giao")
    DEAD = "dead", _("Không giao được")


OPEN = (DeliveryState.PENDING, DeliveryState.LEASED)
