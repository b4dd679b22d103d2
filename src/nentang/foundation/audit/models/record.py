"""One row for each act and each look at somebody's data."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from nentang.kernel.personal_data import PersonalField

from .following import FollowedQuerySet, TransactionNumberField

_WHO_ACTED = PersonalField(
    purpose="Chứng minh ai đã làm hoặc đã xem",
    legal_basis="Nghị định 13/2023/NĐ-CP; từ 2026 Luật 91/2025/QH15",
    keep_days=None,
)


class Records(FollowedQuerySet["Record"]):
    """Acts and looks."""

    def looks(self) -> Self:
        """Only looks at personal data."""
        return self.exclude(purpose="")

    def page(self, before_id: int | None, limit: int) -> Self:
        """Latest first, below that id where one is given."""
        rows = self if before_id is None else self.filter(id__lt=before_id)
        return rows.order_by("-id")[:limit]


class Record(models.Model):
    """Who did what to what; a look also says which fields, why and on what legal basis.

    Rows are only ever added; triggers refuse changes. `person_id` is the person whose data or
    matter it is. References are plain numbers: a record outlives what it speaks of.
    """

    txid = TransactionNumberField()
    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=16)
    actor_account_id = models.BigIntegerField(null=True)
    actor_person_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200, blank=True)
    actor_role = models.CharField(max_length=40, blank=True)
    mandate_id = models.BigIntegerField(null=True)
    organization_id = models.BigIntegerField(null=True)
    action = models.CharField(max_length=80)
    subject = models.CharField(max_length=120)
    person_id = models.BigIntegerField(null=True)
    purpose = models.CharField(max_length=300, blank=True)
    legal_basis = models.CharField(max_length=300, blank=True)
    fields = models.JSONField(default=list)
    details = models.JSONField(default=dict)

    objects = Records.as_manager()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "actor_account_id": _WHO_ACTED,
        "actor_person_id": _WHO_ACTED,
        "actor_name": _WHO_ACTED,
        "person_id": _WHO_ACTED,
    }

    class Meta:
        indexes = [
            models.Index(fields=["txid", "id"], name="audit_record_settled"),
            models.Index(fields=["subject", "-id"], name="audit_record_subject"),
            models.Index(
                fields=["person_id", "-id"], condition=~Q(purpose=""), name="audit_record_looks"
            ),
            models.Index(fields=["at"], condition=~Q(purpose=""), name="audit_record_looked_at"),
        ]
