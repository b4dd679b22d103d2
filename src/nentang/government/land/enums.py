"""Words of the land register."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FormOfUse(models.TextChoices):
    """How the holders use the land."""

    PRIVATE = "private", _("Sử dụng riêng")
    SHARED = "shared", _("Sử dụng chung theo phần")
    JOINT = "joint", _("Sử dụng chung của vợ chồng")


class Origin(models.TextChoices):
    """How the right came to its holders."""

    RECOGNISED = "recognised", _("Công nhận quyền sử dụng đất")
    ALLOCATED = "allocated", _("Nhà nước giao đất")
    LEASED = "leased", _("Nhà nước cho thuê đất")
    SOLD = "sold", _("Nhận chuyển nhượng")
    GIVEN = "given", _("Nhận tặng cho")
    INHERITED = "inherited", _("Nhận thừa kế")
    REDRAWN = "redrawn", _("Tách thửa, hợp thửa")


class CertificateState(models.TextChoices):
    """Whether a certificate counts."""

    IN_FORCE = "in_force", _("Đang có hiệu lực")
    REPLACED = "replaced", _("Đã thay bằng giấy khác")
    REVOKED = "revoked", _("Đã thu hồi")


class ParcelState(models.TextChoices):
    """Whether a parcel is on the map."""

    ACTIVE = "active", _("Trên bản đồ")
    SPLIT = "split", _("Đã tách thành thửa mới")
    JOINED = "joined", _("Đã hợp vào thửa mới")
    UNDONE = "undone", _("Đã hoàn tác")
