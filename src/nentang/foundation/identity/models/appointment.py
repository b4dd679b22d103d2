"""Officers: a role in an organisation for some days."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .dated import Dated, DatedQuerySet, ends_after_it_begins


class Appointment(Dated):
    """That an account holds a role in an organisation from one day until another."""

    account = models.ForeignKey(
        "identity.Account", on_delete=models.PROTECT, related_name="appointments"
    )
    role = models.CharField(max_length=40)
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    appointed_by = models.ForeignKey(
        "identity.Account", on_delete=models.PROTECT, null=True, related_name="+"
    )
    appointed_at = models.DateTimeField()

    objects = DatedQuerySet["Appointment"].as_manager()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        verbose_name = _("bổ nhiệm")
        constraints = [ends_after_it_begins("appointment_lasts")]
        indexes = [models.Index(fields=["organization", "-id"], name="appointment_of_org")]
