"""Words of the register of businesses."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BusinessKind(models.TextChoices):
    """The legal form."""

    HOUSEHOLD = "household", _("Hộ kinh doanh")
    PRIVATE = "private", _("Doanh nghiệp tư nhân")
    LIMITED_ONE = "limited_one", _("Công ty TNHH một thành viên")
    LIMITED = "limited", _("Công ty TNHH hai thành viên trở lên")
    JOINT_STOCK = "joint_stock", _("Công ty cổ phần")
    PARTNERSHIP = "partnership", _("Công ty hợp danh")
    COOPERATIVE = "cooperative", _("Hợp tác xã")
    BRANCH = "branch", _("Chi nhánh")
    OFFICE = "office", _("Văn phòng đại diện")
    PLACE = "place", _("Địa điểm kinh doanh")


DEPENDENT = (BusinessKind.BRANCH, BusinessKind.OFFICE, BusinessKind.PLACE)


class BusinessState(models.TextChoices):
    """Whether it does business."""

    ACTIVE = "active", _("Đang hoạt động")
    SUSPENDED = "suspended", _("Tạm ngừng")
    DISSOLVED = "dissolved", _("Đã chấm dứt")
