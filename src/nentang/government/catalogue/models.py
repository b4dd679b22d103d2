"""Bundles as they were published, and those that an office is writing."""

import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .enums import DraftState


class BundleVersion(models.Model):
    """A bundle that dossiers may be pinned to; never changed afterwards.

    `organization` published it; without one it comes from the law files and is kept here because a
    dossier is pinned to it.
    """

    digest = models.CharField(max_length=64, unique=True)
    procedure = models.CharField(max_length=40)
    valid_from = models.DateField()
    source = models.JSONField()
    organization = models.ForeignKey(
        "organizations.Organization", null=True, on_delete=models.PROTECT, related_name="+"
    )
    published_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        indexes = [
            models.Index(
                fields=["procedure", "valid_from"],
                condition=Q(organization__isnull=False),
                name="bundles_of_offices",
            )
        ]


class BundleDraft(models.Model):
    """What an office is writing for a procedure. `based_on` is the digest of the bundle it began with.

    `note` says why, for the approver and for the history; `remark` what the approver wants mended.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    procedure = models.CharField(max_length=40)
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    based_on = models.ForeignKey(
        BundleVersion, to_field="digest", on_delete=models.PROTECT, related_name="+"
    )
    source = models.JSONField()
    state = models.CharField(max_length=10, choices=DraftState, default=DraftState.OPEN)
    note = models.TextField(max_length=2000, blank=True)
    remark = models.TextField(max_length=2000, blank=True)
    started_by = models.ForeignKey("identity.Account", on_delete=models.PROTECT, related_name="+")
    published = models.OneToOneField(
        BundleVersion, null=True, on_delete=models.PROTECT, related_name="draft"
    )
    started_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["procedure"],
                condition=Q(state__in=["open", "proposed"]),
                name="one_bundle_draft_a_procedure",
            )
        ]

    @property
    def valid_from(self) -> date:
        """The day from which it is to hold."""
        return date.fromisoformat(self.source["valid_from"])


class BundleEdit(models.Model):
    """One saving of a sheet, with what stood there before: nothing that was written is lost."""

    draft = models.ForeignKey(BundleDraft, on_delete=models.CASCADE, related_name="edits")
    sheet = models.CharField(max_length=120)
    before = models.JSONField()
    account = models.ForeignKey("identity.Account", on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA
