"""Entries of all registers, their published versions, and the files that prove them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from nentang.foundation.audit.public import Numbering
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField


class Entry(models.Model):
    """An entry of a register. Where it stands is the state of its case, who sent it in its applicant.

    `values` is what the office works on, `shown` what everybody reads since version `published`, in
    `public_state`. By `confirm_by` the office says again that it holds; `told_on` is the day on which it
    was told that it did not. `counted_on` is the month in which it was last counted. `statement` is what
    the sender told the office alone; `sent_for` the organization for which they sent it.
    """

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "statement": PersonalField(
            purpose="Biết người gửi nói gì thêm để xem xét đề nghị",
            legal_basis="Quyết định 749/QĐ-TTg",
            keep_days=1825,
        )
    }

    case = models.OneToOneField("casework.Case", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40, unique=True)
    register = models.CharField(max_length=40)
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    unit_code = models.CharField(max_length=5, blank=True)
    sent_for = models.ForeignKey(
        "organizations.Organization",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    statement = models.CharField(max_length=2000, blank=True)
    title = models.CharField(max_length=200)
    values = models.JSONField(default=dict)
    values_version = models.PositiveIntegerField(default=1)
    prepared_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    shown = models.JSONField(default=dict)
    shown_title = models.CharField(max_length=200, blank=True)
    folded = models.CharField(max_length=1000, blank=True)
    published = models.PositiveIntegerField(null=True)
    public_state = models.CharField(max_length=40, blank=True)
    published_at = models.DateTimeField(null=True)
    confirm_by = models.DateField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    told_on = models.DateField(null=True)
    counted_on = models.DateField(null=True)
    entered_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(
                fields=["register", "-id"],
                name="published_entries",
                condition=Q(published__isnull=False),
            ),
            models.Index(fields=["organization", "-id"], name="entries_of_body"),
            models.Index(
                fields=["confirm_by"],
                name="entries_to_confirm",
                condition=Q(confirm_by__isnull=False),
            ),
        ]


class EntryVersion(models.Model):
    """An entry as it was published; it never changes."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    values = models.JSONField()
    reason = models.CharField(max_length=1000, blank=True)
    prepared_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    published_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "number"], name="one_entry_version_a_number")
        ]


class EntryFile(models.Model):
    """A file that proves an entry; officers of the body and whoever sent it in open it."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    attached_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "file"], name="one_file_once_an_entry")
        ]


class EntryCounter(Numbering):
    """The last number of a body's entries in a year: numbers without gaps."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.CASCADE, related_name="+"
    )
    year = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "year"], name="one_entry_counter_a_year"
            )
        ]
