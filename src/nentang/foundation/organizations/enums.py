"""Levels and kinds."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class UnitLevel(TextChoices):
    """Level of an administrative unit; the district level ended on 30 June 2025."""

    PROVINCE = "province", _("Cấp tỉnh")
    DISTRICT = "district", _("Cấp huyện")
    COMMUNE = "commune", _("Cấp xã")


class SuccessionExtent(TextChoices):
    """How much of the former unit went to the new one."""

    WHOLE = "whole", _("Nhập toàn bộ")
    PART = "part", _("Nhập một phần")


class OrganizationLevel(TextChoices):
    """Level at which a body works."""

    MINISTRY = "ministry", _("Cấp bộ")
    PROVINCE = "province", _("Cấp tỉnh")
    DISTRICT = "district", _("Cấp huyện")
    COMMUNE = "commune", _("Cấp xã")


class OrganizationKind(TextChoices):
    """What kind of body it is."""

    MINISTRY = "ministry", _("Bộ, cơ quan ngang bộ")
    PEOPLES_COMMITTEE = "peoples_committee", _("Ủy ban nhân dân")
    DEPARTMENT = "department", _("Cơ quan chuyên môn")
    SERVICE_UNIT = "service_unit", _("Đơn vị sự nghiệp")
    OTHER = "other", _("Tổ chức khác")


class OrganizationTask(TextChoices):
    """What a body does for all others of its place, where its kind does not tell."""

    LAND_REGISTRATION = "land_registration", _("Đăng ký đất đai")
    TAX = "tax", _("Thuế")
    TREASURY = "treasury", _("Kho bạc")
    POLICE = "police", _("Công an, cư trú")
    INSURANCE = "insurance", _("Bảo hiểm xã hội")
