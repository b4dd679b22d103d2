"""Businesses, and what is said of them."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nentang.foundation.registers.public import Record, Version
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .enums import BusinessKind, BusinessState

LAW = "Luật Doanh nghiệp 59/2020/QH14, Điều 32"
_OWNER = PersonalField(purpose="Biết ai đứng tên cơ sở kinh doanh", legal_basis=LAW, keep_days=None)


class Business(Record):
    """A taxpayer that does business; `code` is the tax code, `parent` that of which it is a branch."""

    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="branches")

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta(Record.Meta):
        verbose_name = _("cơ sở kinh doanh")


class Registration(Version):
    """Name, form, place and capital (đồng)."""

    record = models.ForeignKey(Business, on_delete=models.CASCADE, related_name="registrations")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=BusinessKind)
    unit_code = models.CharField(max_length=8)
    address_line = models.CharField(max_length=200)
    capital = models.BigIntegerField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA


class Activity(Version):
    """What it does: codes of the list of trades, the main one first, and words as they were declared."""

    record = models.ForeignKey(Business, on_delete=models.CASCADE, related_name="activities")
    trades = models.JSONField(default=list)
    described = models.CharField(max_length=1000, blank=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA


class Owner(Version):
    """Who stands behind it, as owner of a household business or as legal representative."""

    record = models.ForeignKey(Business, on_delete=models.CASCADE, related_name="owners")
    person = models.ForeignKey("identity.Person", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=60)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"person": _OWNER, "title": _OWNER}


class Standing(Version):
    """Whether it does business."""

    record = models.ForeignKey(Business, on_delete=models.CASCADE, related_name="standings")
    state = models.CharField(max_length=12, choices=BusinessState)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA
