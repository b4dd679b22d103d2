"""Paper books of the past, and their lines as two people type them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from nentang.government.civil_status.enums import BookKind, LineState
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .entries import LAW

TYPED = PersonalField(
    purpose="Đối chiếu hai lần nhập của một dòng sổ giấy", legal_basis=LAW, keep_days=365
)


class PaperBook(models.Model):
    """A volume of a commune's book of a year with `lines` entries from number `first` on."""

    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    kind = models.CharField(max_length=16, choices=BookKind)
    unit_code = models.CharField(max_length=8)
    year = models.PositiveSmallIntegerField()
    volume = models.PositiveSmallIntegerField()
    first = models.PositiveIntegerField()
    lines = models.PositiveIntegerField()
    opened_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "unit_code", "year", "volume"], name="one_paper_book"
            )
        ]
        indexes = [models.Index(fields=["organization", "-id"], name="paper_books_of_body")]


class PaperLine(models.Model):
    """An entry of a paper book: what the first and the second typed, until it is in the electronic book."""

    book = models.ForeignKey(
        PaperBook, on_delete=models.CASCADE, related_name="paper_lines", db_index=False
    )
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=LineState)
    first = models.JSONField(default=dict)
    second = models.JSONField(default=dict)
    first_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    second_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    note = models.CharField(max_length=200, blank=True)
    entry_code = models.CharField(max_length=40, blank=True)
    typed_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"first": TYPED, "second": TYPED}

    class Meta:
        constraints = [models.UniqueConstraint(fields=["book", "number"], name="one_paper_line")]
        indexes = [
            models.Index(
                fields=["book", "number"],
                condition=Q(state__in=["typed", "different"]),
                name="paper_lines_to_settle",
            )
        ]
