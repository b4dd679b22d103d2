"""The closed lists of the watch."""

from django.db import models
from django.utils.translation import gettext_lazy as _

ROLE = "security_officer"


class Sign(models.TextChoices):
    """What may be a sign of attack."""

    REFUSALS = "refusals", _("Nhiều lần mở việc không thuộc quyền")
    GUESSES = "guesses", _("Nhiều lần nhập sai mật khẩu hoặc mã")
    LOOKS = "looks", _("Xem dữ liệu của nhiều người hơn thường lệ")
    NIGHT = "night", _("Xem nhiều dữ liệu vào ban đêm")


class Verdict(models.TextChoices):
    """What it turned out to be."""

    HARMLESS = "harmless", _("Không phải tấn công")
    ATTACK = "attack", _("Là tấn công hoặc lạm quyền")
