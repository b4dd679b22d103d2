"""Documents that come in and go out, the versions and remarks of drafts, and the files in which work is kept."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .enums import Channel, Delivery, NumberingWay, Urgency

LAW = "Nghị định 30/2020/NĐ-CP"
CLERKS_WORK_DAYS = 3650


def _kept(purpose: str) -> PersonalField:
    """As long as the archive keeps documents of the state: the work file says how long."""
    return PersonalField(purpose=purpose, legal_basis=LAW, keep_days=None)


def _worked(purpose: str) -> PersonalField:
    """What officers wrote to one another on the way."""
    return PersonalField(purpose=purpose, legal_basis=LAW, keep_days=CLERKS_WORK_DAYS)


class BodyNotation(models.Model):
    """What a body is called in its numbers, and how it numbers; without a row both follow from its name."""

    organization = models.OneToOneField(
        "organizations.Organization", on_delete=models.CASCADE, related_name="+"
    )
    notation = models.CharField(max_length=20)
    numbering = models.CharField(max_length=12, choices=NumberingWay, default=NumberingWay.BY_TYPE)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA


class SeriesCounter(models.Model):
    """The last number of a series of a body's year: numbers without gaps."""

    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.CASCADE, related_name="+"
    )
    series = models.CharField(max_length=8)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "series", "year"], name="one_office_counter_a_year"
            )
        ]


class WorkFile(models.Model):
    """A work file (hồ sơ công việc): the documents of one matter, kept so many years once it is closed.

    `retention_years` 0 is for ever. `handled_digitally` says, once it is closed, whether all of it was done
    in the system: nothing came on paper without being scanned, nothing left but signed.
    """

    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    code = models.CharField(max_length=40, unique=True)
    title = models.CharField(max_length=300)
    retention_years = models.PositiveSmallIntegerField()
    keeper = models.ForeignKey(
        "identity.Account", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    handled_digitally = models.BooleanField(null=True)
    folded = models.CharField(max_length=400)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "title": _kept("Tìm hồ sơ công việc theo việc, đôi khi theo tên người"),
        "folded": _kept("Tìm hồ sơ công việc không cần dấu"),
    }

    class Meta:
        indexes = [models.Index(fields=["organization", "-id"], name="work_files_of_body")]


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
        "sender_name": _kept("Biết ai gửi văn bản để trả lời"),
        "summary": _kept("Biết văn bản nói về việc gì"),
        "folded": _kept("Tìm văn bản không cần dấu"),
        "instruction": _worked("Người được giao biết phải làm gì"),
        "result": _worked("Biết văn bản đã được xử lý thế nào"),
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
        "report": _worked("Người chủ trì đọc ý kiến phối hợp")
    }


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
        "summary": _kept("Biết văn bản nói về việc gì"),
        "folded": _kept("Tìm văn bản không cần dấu"),
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
        "text": _worked("Soạn, kiểm tra và in văn bản")
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
        "text": _worked("Người soạn đọc góp ý để sửa bản thảo")
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

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"name": _kept("Biết văn bản gửi cho ai")}


class OutgoingFile(models.Model):
    """A file that goes with a document as its annex."""

    document = models.ForeignKey(OutgoingDocument, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, related_name="+")

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA
