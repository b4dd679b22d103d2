"""Who is on the axis, what was sent, what came, and what two sides say of a day."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .enums import BusinessKind, CodeForm, DeliveryState, Priority, StatusCode

PAPERS = "Nghị định 30/2020/NĐ-CP"
REFUSED_DAYS = 90


class Installation(models.Model):
    """A system that speaks for bodies: this one (`is_here`), or another at `url`."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=200)
    url = models.URLField(max_length=400, blank=True)
    is_here = models.BooleanField(default=False)
    is_open = models.BooleanField(default=True)
    failures = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True)
    heard_at = models.DateTimeField(null=True)
    connected_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["is_here"], condition=Q(is_here=True), name="one_installation_is_here"
            )
        ]

    def is_due(self, at: datetime) -> bool:
        """Whether it may be tried (again)."""
        return self.is_open and (self.next_try_at is None or self.next_try_at <= at)


class Certificate(models.Model):
    """What an installation signs with; several may hold at a time, so that one can follow another."""

    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="certificates"
    )
    der = models.BinaryField()
    fingerprint = models.CharField(max_length=64, unique=True)
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA


class Participant(models.Model):
    """A body in the directory: where it is reached, and what it takes."""

    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="participants"
    )
    organization = models.ForeignKey(
        "organizations.Organization", null=True, on_delete=models.PROTECT, related_name="+"
    )
    code = models.CharField(max_length=35, unique=True)
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=202)
    code_form = models.CharField(max_length=10, choices=CodeForm, default=CodeForm.QCVN102)
    kinds = models.JSONField(default=list)
    takes_parts = models.BooleanField(default=True)
    is_open = models.BooleanField(default=True)
    joined_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        indexes = [models.Index(fields=["organization"], name="participant_of_body")]


class Envelope(models.Model):
    """A signed message, byte for byte as it travels."""

    message_id = models.CharField(max_length=64, unique=True)
    content = models.BinaryField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "content": PersonalField("chứng minh đã gửi và nhận đúng văn bản này", PAPERS, None)
    }


class Consignment(models.Model):
    """A document, or a status about one, that a body sends. `said` is what is not signed yet."""

    sender = models.ForeignKey(
        Participant, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    document_id = models.CharField(max_length=120)
    kind = models.PositiveSmallIntegerField(choices=BusinessKind, default=BusinessKind.NEW)
    status_code = models.CharField(max_length=2, choices=StatusCode, blank=True)
    about_document_id = models.CharField(max_length=120, blank=True)
    type_name = models.CharField(max_length=300, blank=True)
    subject = models.TextField(max_length=4000, blank=True)
    priority = models.PositiveSmallIntegerField(choices=Priority, default=Priority.ORDINARY)
    said = models.BinaryField(default=bytes)
    envelope = models.ForeignKey(
        Envelope, null=True, on_delete=models.PROTECT, related_name="consignments"
    )
    created_at = models.DateTimeField()
    idempotency_key = models.CharField(max_length=120)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "subject": PersonalField("biết đã gửi văn bản nào", PAPERS, None),
        "said": PersonalField("nội dung chờ ký; xóa ngay khi ký xong", PAPERS, None),
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sender", "idempotency_key"], name="one_consignment_a_key"
            ),
            models.UniqueConstraint(
                fields=["sender", "document_id"],
                condition=Q(status_code="", kind=BusinessKind.NEW),
                name="one_new_document_an_identifier",
            ),
        ]
        indexes = [
            models.Index(fields=["sender", "-id"], name="consignments_of_body"),
            models.Index(fields=["sender", "document_id"], name="consignments_by_identifier"),
            models.Index(
                fields=["id"], condition=Q(envelope=None), name="consignments_to_be_signed"
            ),
        ]


class ConsignmentFile(models.Model):
    """A file that goes with a consignment."""

    consignment = models.ForeignKey(Consignment, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, related_name="+")
    description = models.CharField(max_length=300, blank=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "file": PersonalField("tệp của văn bản đã gửi", PAPERS, None)
    }


class Delivery(models.Model):
    """A consignment on its way to one receiver: tried until a signed answer comes."""

    consignment = models.ForeignKey(
        Consignment, on_delete=models.PROTECT, related_name="deliveries"
    )
    receiver = models.ForeignKey(
        Participant, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    state = models.CharField(max_length=10, choices=DeliveryState, default=DeliveryState.WAITING)
    tries = models.PositiveIntegerField(default=0)
    begun_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    problem = models.CharField(max_length=80, blank=True)
    status_code = models.CharField(max_length=2, choices=StatusCode, blank=True)
    status_at = models.DateTimeField(null=True)
    received_on = models.DateField(null=True)
    receipt = models.BinaryField(null=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["consignment", "receiver"], name="one_delivery_a_receiver"
            )
        ]
        indexes = [
            models.Index(
                fields=["receiver", "next_try_at", "id"],
                condition=Q(state=DeliveryState.WAITING),
                name="deliveries_waiting",
            ),
            models.Index(fields=["receiver", "received_on"], name="deliveries_of_day"),
            models.Index(
                fields=["-id"],
                condition=Q(state__in=[DeliveryState.FAILED, DeliveryState.REFUSED]),
                name="deliveries_dead",
            ),
        ]


class StatusHeard(models.Model):
    """What a receiver said about a delivery, in the order in which it came."""

    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="statuses")
    code = models.CharField(max_length=2, choices=StatusCode)
    description = models.TextField(max_length=4000, blank=True)
    said_at = models.DateTimeField()
    heard_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "description": PersonalField("biết bên nhận trả lời gì", PAPERS, None)
    }


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


class DayProof(models.Model):
    """What both sides say of the messages from one body to another that arrived on a day."""

    day = models.DateField()
    sender = models.ForeignKey(
        Participant, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    receiver = models.ForeignKey(
        Participant, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    our_count = models.PositiveIntegerField()
    our_root = models.CharField(max_length=64)
    their_count = models.PositiveIntegerField(null=True)
    their_root = models.CharField(max_length=64, blank=True)
    compared_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "sender", "receiver"], name="one_proof_a_day_and_pair"
            )
        ]

    @property
    def is_equal(self) -> bool:
        """Whether both sides have the same messages."""
        return self.our_root == self.their_root


class DayDifference(models.Model):
    """A message that only one side has; `is_explained` while it is still on its way."""

    proof = models.ForeignKey(DayProof, on_delete=models.CASCADE, related_name="differences")
    message_id = models.CharField(max_length=64)
    document_id = models.CharField(max_length=120)
    is_here = models.BooleanField()
    is_explained = models.BooleanField(default=False)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA
