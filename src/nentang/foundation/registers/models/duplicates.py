"""Records that may be one."""

from typing import ClassVar

from django.db import models

from nentang.foundation.registers.enums import PairState
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField


class LikenessKey(models.Model):
    """Under which key a rule of a register looks for the like of a record; `key` is a keyed hash.

    A key is compared by one job after it was committed, so two that come in at once still meet.
    """

    register = models.CharField(max_length=30)
    rule = models.CharField(max_length=30)
    key = models.CharField(max_length=32)
    record_code = models.CharField(max_length=40)
    noted_at = models.DateTimeField()
    is_compared = models.BooleanField(default=False)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["register", "rule", "key", "record_code"], name="one_likeness_key"
            )
        ]
        indexes = [
            models.Index(
                fields=["id"], condition=models.Q(is_compared=False), name="likeness_to_compare"
            )
        ]


class PossibleDuplicate(models.Model):
    """Two records that a rule found alike, the smaller code first, until an officer decides."""

    register = models.CharField(max_length=30)
    rule = models.CharField(max_length=30)
    one = models.CharField(max_length=40)
    other = models.CharField(max_length=40)
    keeper = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    state = models.CharField(max_length=10, choices=PairState, default=PairState.OPEN)
    found_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    reason = models.CharField(max_length=400, blank=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["register", "one", "other"], name="one_pair")
        ]
        indexes = [
            models.Index(fields=["register", "keeper", "state", "-id"], name="pairs_of_keeper")
        ]
