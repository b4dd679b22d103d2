"""Words of the register of finance."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class UnitKind(models.TextChoices):
    """What the first digit of a unit's code tells apart (Circular 185/2015/TT-BTC, Art. 5)."""

    BUDGET = "budget", _("Đơn vị dự toán, đơn vị sử dụng ngân sách")
    OTHER = "other", _("Đơn vị khác có quan hệ với ngân sách")
    PROJECT = "project", _("Dự án đầu tư")


class BudgetLevel(models.TextChoices):
    """The budget to which a unit belongs."""

    CENTRAL = "central", _("Trung ương")
    PROVINCE = "province", _("Cấp tỉnh")
    DISTRICT = "district", _("Cấp huyện")
    COMMUNE = "commune", _("Cấp xã")


class UnitState(models.TextChoices):
    """Whether the code is good."""

    OPEN = "open", _("Đang hoạt động")
    CLOSED = "closed", _("Đã đóng mã số")
    MERGED = "merged", _("Đã sáp nhập")
