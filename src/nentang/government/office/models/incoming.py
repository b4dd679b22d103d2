"""Documents that came in, and who is to do what about them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from nentang.government.office.enums import Channel, Urgency
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .terms import kept, worked
from .work_files import WorkFile


class IncomingDocument(models.Model):
    """A document that came to a body. Where it stands is its case; the lead is the case's assignee.

    `book_number` and `year` are its place in the book of incoming documents, empty until the clerk of
    documents registers it. `origin` names the delivery that brought it, so that none is taken in twice.
    """

    case = models.OneToOneField("casework.Case", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40, unique=True)
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    year = models.PositiveSmallIntegerField(null=True)
    book_number = models.PositiveIntegerField(null=True)
    channel = models.CharField(max_length=8, choices=Channel)
    origin = models.CharField(max_length=80, null=True, unique=True)  # noqa: DJ001 - null is not unique
    sender = models.ForeignKey(
        "organizations.Organization",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    sender_name = models.CharField(max_length=200)
    number = models.CharField(max_length=60, blank=True)
    issued_on = models.DateField(null=True)
    type_name = models.CharField(max_length=60)
    summary = models.CharField(max_length=500)
    urgency = models.CharField(max_length=12, choices=Urgency, default=Urgency.NORMAL)
    answer_by = models.DateField(null=True)
    arrived_at = models.DateTimeField()
    registered_at = models.DateTimeField(null=True)
    instruction = models.TextField(max_length=4000, blank=True)
    result = models.TextField(max_length=4000, blank=True)
    work_file = models.ForeignKey(
        WorkFile, null=True, on_delete=models.PROTECT, related_name="incoming", db_index=False
    )
    folded = models.CharField(max_length=900)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "sender_name": kept("Biết ai gửi văn bản để trả lời"),
        "summary": kept("Biết văn bản nói về việc gì"),
        "folded": kept("Tìm văn bản không cần dấu"),
        "instruction": worked("Người được giao biết phải làm gì"),
        "result": worked("Biết văn bản đã được xử lý thế nào"),
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "year", "book_number"],
                condition=Q(book_number__isnull=False),
                name="one_place_in_the_book",
            )
        ]
        indexes = [
            models.Index(fields=["organization", "-id"], name="incoming_of_body"),
            models.Index(fields=["work_file", "id"], name="incoming_of_work_file"),
        ]


class IncomingFile(models.Model):
    """A file that came with a document, or was scanned from it."""

    document = models.ForeignKey(IncomingDocument, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, related_name="+")

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA


class Task(models.Model):
    """The part of a colleague who helps with an incoming document; where it stands is its own case."""

    document = models.ForeignKey(IncomingDocument, on_delete=models.CASCADE, related_name="tasks")
    case = models.OneToOneField("casework.Case", on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(
        "identity.Account", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    report = models.TextField(max_length=4000, blank=True)
    asked_at = models.DateTimeField()
    reported_at = models.DateTimeField(null=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "report": worked("Người chủ trì đọc ý kiến phối hợp")
    }
