"""What happened, and how far it has been exported."""

from typing import ClassVar, Self

from django.db import models

from nentang.foundation.audit.public import FollowedQuerySet, TransactionNumberField
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField


class Facts(FollowedQuerySet["Fact"]):
    """Facts of all kinds."""

    def page(self, before_id: int | None, limit: int) -> Self:
        """Latest first, below that id where one is given."""
        rows = self if before_id is None else self.filter(id__lt=before_id)
        return rows.order_by("-id")[:limit]


class Fact(models.Model):
    """One thing that happened: when, at which body, in which unit, and the fields of its kind.

    Rows are only ever added. `organization_id` is a plain number: a fact outlives what it counts.
    """

    txid = TransactionNumberField()
    kind = models.CharField(max_length=80)
    version = models.PositiveSmallIntegerField()
    occurred_at = models.DateTimeField()
    day = models.DateField()
    organization_id = models.BigIntegerField(null=True)
    unit_code = models.CharField(max_length=12, blank=True)
    payload = models.JSONField()

    objects = Facts.as_manager()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        indexes = [
            models.Index(fields=["txid", "id"], name="facts_fact_settled"),
            models.Index(fields=["kind", "unit_code", "-id"], name="facts_fact_unit"),
        ]


class Export(models.Model):
    """How far the facts are exported, and the end of the batch being written.

    The end is fixed before the first file is written; after a crash the same batch is written
    again into the same files.
    """

    number = models.PositiveIntegerField(default=0)
    done_txid = models.BigIntegerField(default=-1)
    done_id = models.BigIntegerField(default=0)
    end_txid = models.BigIntegerField(null=True)
    end_id = models.BigIntegerField(null=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA
