"""Mandates: who may act for whom, on what basis, for how long."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nentang.foundation.identity.enums import MandateKind
from nentang.kernel.personal_data import PersonalField

from .dated import Dated, DatedQuerySet, ends_after_it_begins


class MandateQuerySet(DatedQuerySet["Mandate"]):
    """Mandates by what they are worth today."""

    def usable(self, day: date) -> Self:
        """In force on that day and not revoked."""
        return self.in_force(day).filter(revoked_at__isnull=True)


class Mandate(Dated):
    """That the agent may act for a person or an organisation, within `scope` (empty: everything)."""

    kind = models.CharField(max_length=12, choices=MandateKind.choices)
    principal_person = models.ForeignKey(
        "identity.Person", on_delete=models.PROTECT, null=True, related_name="mandates_given"
    )
    principal_organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, null=True, related_name="+"
    )
    agent = models.ForeignKey(
        "identity.Person", on_delete=models.PROTECT, related_name="mandates_held"
    )
    scope = models.CharField(max_length=120, blank=True)
    basis = models.CharField(_("Giấy tờ làm căn cứ"), max_length=200)
    granted_by = models.ForeignKey(
        "identity.Account", on_delete=models.PROTECT, null=True, related_name="+"
    )
    granted_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = MandateQuerySet.as_manager()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "basis": PersonalField(
            purpose="Chứng minh quyền làm thay",
            legal_basis="Bộ luật Dân sự 2015, Điều 135",
            keep_days=3650,
        )
    }

    class Meta:
        verbose_name = _("ủy quyền")
        constraints = [
            ends_after_it_begins("mandate_lasts"),
            models.CheckConstraint(
                name="mandate_has_one_principal",
                condition=Q(principal_person__isnull=False, principal_organization__isnull=True)
                | Q(principal_person__isnull=True, principal_organization__isnull=False),
            ),
        ]
