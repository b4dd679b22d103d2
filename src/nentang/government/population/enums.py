"""Words of the population register."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sex(models.TextChoices):
    """Sex as entered in the civil-status record."""

    MALE = "male", _("Nam")
    FEMALE = "female", _("Nữ")


class LifeState(models.TextChoices):
    """Whether somebody lives."""

    ALIVE = "alive", _("Còn sống")
    MISSING = "missing", _("Bị tuyên bố mất tích")
    DEAD = "dead", _("Đã chết")


class Relation(models.TextChoices):
    """What a member is to the head of the household."""

    HEAD = "head", _("Chủ hộ")
    SPOUSE = "spouse", _("Vợ hoặc chồng")
    CHILD = "child", _("Con")
    PARENT = "parent", _("Cha hoặc mẹ")
    SIBLING = "sibling", _("Anh, chị, em")
    GRANDPARENT = "grandparent", _("Ông hoặc bà")
    GRANDCHILD = "grandchild", _("Cháu")
    OTHER = "other", _("Quan hệ khác, ở nhờ")
