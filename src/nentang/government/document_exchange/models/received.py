"""What came, with the receipt that it got, and what was not taken."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from nentang.government.document_exchange.enums import BusinessKind, Priority, StatusCode
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .directory import Installation, Participant
from .sent import Envelope
from .terms import PAPERS, REFUSED_DAYS


class Arrival(models.Model):
    """A message that came for one receiver, and the receipt that it got: the same again gets the same."""

    message_id = models.CharField(max_length=64)
    sender = models.ForeignKey(
        Participant, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    receiver = models.ForeignKey(
        Participant, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    envelope = models.ForeignKey(Envelope, on_delete=models.PROTECT, related_name="arrivals")
    document_id = models.CharField(max_length=120)
    kind = models.PositiveSmallIntegerField(choices=BusinessKind, null=True)
    status_code = models.CharField(max_length=2, choices=StatusCode, blank=True)
    is_taken = models.BooleanField()
    received_at = models.DateTimeField()
    received_on = models.DateField()
    receipt = models.BinaryField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["message_id", "receiver"], name="one_arrival_a_message"
            ),
            models.UniqueConstraint(
                fields=["sender", "receiver", "document_id"],
                condition=Q(kind=BusinessKind.NEW, is_taken=True),
                name="one_new_document_arrives_once",
            ),
        ]
        indexes = [
            models.Index(fields=["sender", "receiver", "received_on"], name="arrivals_of_day")
        ]


class ReceivedDocument(models.Model):
    """A document that came for a body, or what was asked about one; `status_code` is what we last told."""

    arrival = models.OneToOneField(Arrival, on_delete=models.PROTECT, related_name="document")
    receiver = models.ForeignKey(
        Participant, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    sender = models.ForeignKey(
        Participant, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    document_id = models.CharField(max_length=120)
    kind = models.PositiveSmallIntegerField(choices=BusinessKind)
    about_document_id = models.CharField(max_length=120, blank=True)
    type_name = models.CharField(max_length=300)
    subject = models.TextField(max_length=4000)
    priority = models.PositiveSmallIntegerField(choices=Priority)
    received_at = models.DateTimeField()
    status_code = models.CharField(max_length=2, choices=StatusCode, default=StatusCode.ARRIVED)
    registered_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)
    change_answer = models.CharField(max_length=2, choices=StatusCode, blank=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "subject": PersonalField("biết đã nhận văn bản nào", PAPERS, None)
    }

    class Meta:
        indexes = [
            models.Index(fields=["receiver", "-id"], name="received_of_body"),
            models.Index(fields=["receiver", "document_id"], name="received_by_identifier"),
        ]


class ReceivedFile(models.Model):
    """A file that came with a document."""

    document = models.ForeignKey(ReceivedDocument, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, related_name="+")
    description = models.CharField(max_length=300, blank=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "file": PersonalField("tệp của văn bản đã nhận", PAPERS, None)
    }


class Upload(models.Model):
    """A large file on its way in, part after part; `received` bytes are here."""

    installation = models.ForeignKey(Installation, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    received = models.PositiveBigIntegerField(default=0)
    begun_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["installation", "sha256"], name="one_upload_a_content")
        ]


class RefusedInput(models.Model):
    """Something that came and was not taken, kept for whoever looks into it: its beginning at least."""

    code = models.CharField(max_length=80)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    head = models.BinaryField()
    receiver_code = models.CharField(max_length=40, blank=True)
    sender = models.ForeignKey(Participant, null=True, on_delete=models.PROTECT, related_name="+")
    times = models.PositiveIntegerField(default=1)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField(db_index=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "head": PersonalField("tìm lỗi của thông điệp bị từ chối", PAPERS, REFUSED_DAYS)
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sha256", "code", "receiver_code"], name="one_row_a_refused_input"
            )
        ]
