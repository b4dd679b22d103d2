"""Documents that go out: drafts with versions and remarks, who gets them, their files."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from nentang.government.office.enums import Delivery, Urgency
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .incoming import IncomingDocument
from .terms import kept, worked
from .work_files import WorkFile


class OutgoingDocument(models.Model):
    """A document that a body drafts, signs and issues. Where it stands is its case.

    `initialled` and `signed` name the version that was looked at: it is that text, and no later one, which
    is issued. `series`, `year` and `serial` are set with the number. `paper` is the signed PDF.
    """

    case = models.OneToOneField("casework.Case", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40, unique=True)
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    type_code = models.CharField(max_length=8)
    unit = models.CharField(max_length=20, blank=True)
    summary = models.CharField(max_length=500)
    urgency = models.CharField(max_length=12, choices=Urgency, default=Urgency.NORMAL)
    authority = models.CharField(max_length=120, blank=True)
    position = models.CharField(max_length=120)
    drafter = models.ForeignKey(
        "identity.Account", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    signer = models.ForeignKey(
        "identity.Account", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    in_reply_to = models.ForeignKey(
        IncomingDocument, null=True, on_delete=models.PROTECT, related_name="answered_by"
    )
    work_file = models.ForeignKey(
        WorkFile, null=True, on_delete=models.PROTECT, related_name="outgoing", db_index=False
    )
    version = models.PositiveIntegerField(default=1)
    initialled_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    initialled_at = models.DateTimeField(null=True)
    signed_at = models.DateTimeField(null=True)
    signed_version = models.PositiveIntegerField(null=True)
    issue_by = models.DateTimeField(null=True)
    series = models.CharField(max_length=8, blank=True)
    year = models.PositiveSmallIntegerField(null=True)
    serial = models.PositiveIntegerField(null=True)
    notation = models.CharField(max_length=50, blank=True)
    issued_at = models.DateTimeField(null=True)
    paper = models.ForeignKey(
        "documents.IssuedDocument", null=True, on_delete=models.PROTECT, related_name="+"
    )
    folded = models.CharField(max_length=900)
    idempotency_key = models.CharField(max_length=80, null=True, unique=True)  # noqa: DJ001 - null is not unique

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "summary": kept("Biết văn bản nói về việc gì"),
        "folded": kept("Tìm văn bản không cần dấu"),
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "series", "year", "serial"],
                condition=Q(serial__isnull=False),
                name="one_number_a_year",
            )
        ]
        indexes = [
            models.Index(fields=["organization", "-id"], name="outgoing_of_body"),
            models.Index(fields=["organization", "-issued_at"], name="issued_by_body"),
            models.Index(fields=["work_file", "id"], name="outgoing_of_work_file"),
        ]

    @property
    def number(self) -> str:
        """`12/QĐ-UBND`; nothing until it is issued."""
        return f"{self.serial:02d}/{self.notation}" if self.serial else ""


class DraftVersion(models.Model):
    """A text as it was saved; versions are added, never changed."""

    document = models.ForeignKey(
        OutgoingDocument, on_delete=models.CASCADE, related_name="versions", db_index=False
    )
    number = models.PositiveIntegerField()
    text = models.TextField(max_length=40000)
    saved_by = models.ForeignKey(
        "identity.Account", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    saved_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "text": worked("Soạn, kiểm tra và in văn bản")
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="one_version_of_a_number")
        ]


class Remark(models.Model):
    """What somebody said about a draft."""

    document = models.ForeignKey(OutgoingDocument, on_delete=models.CASCADE, related_name="remarks")
    version = models.PositiveIntegerField()
    text = models.TextField(max_length=4000)
    written_by = models.ForeignKey(
        "identity.Account", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    written_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "text": worked("Người soạn đọc góp ý để sửa bản thảo")
    }


class Recipient(models.Model):
    """One line of «Nơi nhận»: a body of the state, or whoever gets it on paper.

    `carried_by` names what brings it there: `office:<line>` where the body works in this installation.
    """

    document = models.ForeignKey(
        OutgoingDocument, on_delete=models.CASCADE, related_name="recipients"
    )
    organization = models.ForeignKey(
        "organizations.Organization",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    name = models.CharField(max_length=200)
    delivery = models.CharField(max_length=12, choices=Delivery, default=Delivery.WAITING)
    delivered_at = models.DateTimeField(null=True)
    carried_by = models.CharField(max_length=40, blank=True, db_index=True)
    note = models.CharField(max_length=400, blank=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"name": kept("Biết văn bản gửi cho ai")}


class OutgoingFile(models.Model):
    """A file that goes with a document as its annex."""

    document = models.ForeignKey(OutgoingDocument, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, related_name="+")

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA
