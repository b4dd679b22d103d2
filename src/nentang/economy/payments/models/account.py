"""Where a body receives money."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField


class PayeeAccountQuerySet(models.QuerySet["PayeeAccount"]):
    """Accounts by day."""

    def in_force(self, day: date) -> Self:
        """Those that hold on that day."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gt=day), valid_from__lte=day)


class PayeeAccount(models.Model):
    """A body's account at a bank, from one day until another."""

    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    bank_bin = models.CharField(max_length=6)
    account_number = models.CharField(max_length=19)
    holder = models.CharField(max_length=120)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    objects = PayeeAccountQuerySet.as_manager()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="account_lasts_a_day",
                condition=Q(valid_to=None) | Q(valid_to__gt=models.F("valid_from")),
            ),
            models.UniqueConstraint(
                name="one_account_still_open",
                fields=["organization"],
                condition=Q(valid_to=None),
            ),
        ]
