"""The last number of each book; what became of granted dossiers; numbers given before the birth is written."""

from typing import ClassVar

from django.db import models

from nentang.foundation.audit.public import Numbering
from nentang.government.civil_status.enums import BookKind, Outcome
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .entries import LAW


class BookCounter(Numbering):
    """The last number of a commune's book of a year, or of its extracts: without gaps, from 1 every year."""

    kind = models.CharField(max_length=16)
    unit_code = models.CharField(max_length=8)
    year = models.PositiveSmallIntegerField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "unit_code", "year"], name="one_book_counter")
        ]


class DossierEntry(models.Model):
    """What became of a granted dossier in the books: one row, whoever brings it how often.

    `entry_code` is empty, and `reasons` says why, while it waits for an officer.
    """

    dossier_code = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=16, choices=BookKind)
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    outcome = models.CharField(max_length=10, choices=Outcome)
    entry_code = models.CharField(max_length=40, blank=True)
    reasons = models.JSONField(default=list)
    granted_on = models.DateField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        indexes = [
            models.Index(
                fields=["organization", "id"],
                condition=models.Q(outcome="waiting"),
                name="dossiers_to_write",
            )
        ]


class GivenNumber(models.Model):
    """The personal number that the population register gave for the child of a dossier."""

    dossier_code = models.CharField(max_length=40, unique=True)
    number = models.CharField(max_length=12)
    given_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "number": PersonalField(
            purpose="Cấp một số định danh cho một trẻ khi đăng ký khai sinh",
            legal_basis=LAW,
            keep_days=3650,
        )
    }
