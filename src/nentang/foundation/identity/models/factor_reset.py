"""That somebody lost their second factor and asks at a counter to be let in without it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nentang.kernel.personal_data import PersonalField

_ASKED = PersonalField(
    purpose="Chứng minh ai đã bỏ cách xác nhận của ai, theo giấy tờ nào",
    legal_basis="Nghị định 69/2024/NĐ-CP",
    keep_days=1095,
)


class FactorReset(models.Model):
    """Asked by one officer who compared the papers, decided by another of the same body."""

    account = models.ForeignKey("identity.Account", on_delete=models.PROTECT, related_name="+")
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    basis = models.CharField(max_length=200)
    asked_by = models.ForeignKey("identity.Account", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    granted = models.BooleanField(default=False)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"account": _ASKED, "basis": _ASKED}

    class Meta:
        verbose_name = _("yêu cầu bỏ cách xác nhận")
        constraints = (
            models.UniqueConstraint(
                fields=("account",), condition=Q(decided_at=None), name="one_factor_reset_waits"
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("asked_by")),
                name="factor_reset_by_four_eyes",
            ),
        )
