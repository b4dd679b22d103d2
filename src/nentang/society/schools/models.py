"""Children on the lists of communes."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nentang.kernel.personal_data import PersonalField

LAW = "Nghị định 20/2014/NĐ-CP"
_LISTED = PersonalField(
    purpose="Biết trẻ nào trong xã đến tuổi đi học", legal_basis=LAW, keep_days=365
)


class ListedChild(models.Model):
    """That a child is, or was, on the list of a commune; `record_id` is its record in the population register."""

    person = models.ForeignKey("identity.Person", on_delete=models.PROTECT, related_name="+")
    record_id = models.BigIntegerField()
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    unit_code = models.CharField(max_length=8)
    birth_year = models.PositiveSmallIntegerField()
    listed_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "person": _LISTED,
        "record_id": _LISTED,
        "birth_year": _LISTED,
    }

    class Meta:
        verbose_name = _("trẻ trong danh sách đi học")
        constraints = [
            models.UniqueConstraint(
                fields=["record_id"], condition=Q(left_at=None), name="one_school_list_a_child"
            )
        ]
        indexes = [
            models.Index(
                fields=["organization", "birth_year", "id"],
                condition=Q(left_at=None),
                name="children_of_a_list",
            )
        ]
