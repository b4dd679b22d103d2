"""What bodies of this installation send, and where it stands."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from nentang.government.document_exchange.enums import (
    BusinessKind,
    DeliveryState,
    Priority,
    StatusCode,
)
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .directory import Participant
from .terms import PAPERS


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
