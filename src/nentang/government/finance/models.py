"""Units with budget relation, and what is said of them."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nentang.foundation.registers.public import Record, Version
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .enums import BudgetLevel, UnitKind, UnitState

LAW = "Thông tư 185/2015/TT-BTC, Điều 5"


class BudgetUnit(Record):
    """A unit with budget relation; `code` has seven digits, `organization` is the body that it is."""

    organization = models.OneToOneField(
        "organizations.Organization", null=True, on_delete=models.PROTECT, related_name="+"
    )

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta(Record.Meta):
        verbose_name = _("đơn vị có quan hệ với ngân sách")


class UnitProfile(Version):
    """Name, what it is, chapter, budget level, the unit above it, the treasury where it has its accounts."""

    record = models.ForeignKey(BudgetUnit, on_delete=models.CASCADE, related_name="profiles")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=UnitKind)
    chapter = models.CharField(max_length=3)
    level = models.CharField(max_length=10, choices=BudgetLevel)
    parent = models.ForeignKey(
        BudgetUnit, null=True, on_delete=models.PROTECT, related_name="below"
    )
    treasury = models.ForeignKey(
        "organizations.Organization", null=True, on_delete=models.PROTECT, related_name="+"
    )

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA


class UnitStanding(Version):
    """Whether the code is good; `successor` is the unit that it was merged into."""

    record = models.ForeignKey(BudgetUnit, on_delete=models.CASCADE, related_name="standings")
    state = models.CharField(max_length=10, choices=UnitState)
    successor = models.ForeignKey(
        BudgetUnit, null=True, on_delete=models.PROTECT, related_name="merged_units"
    )

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta(Version.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Version.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(state="merged", successor__isnull=False)
                | ~models.Q(state="merged") & models.Q(successor__isnull=True),
                name="merged_into_some_unit",
            ),
        ]
