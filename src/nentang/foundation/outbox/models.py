"""Events, their deliveries to listeners, and periodic jobs."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from nentang.foundation.audit.public import OneOf
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .enums import OPEN, DeliveryState


class Event(models.Model):
    """Something that happened, written in the transaction in which it happened."""

    uuid = models.UUIDField(unique=True)
    name = models.CharField(max_length=80)
    version = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=120, blank=True)
    payload = models.JSONField()
    occurred_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        indexes = [models.Index(fields=["occurred_at"], name="outbox_event_age")]


class Deliveries(models.QuerySet["Delivery"]):
    """Deliveries to listeners."""

    def open(self) -> Self:
        """Those neither made nor given up."""
        return self.filter(OneOf("state", OPEN))


class Delivery(models.Model):
    """One event on its way to one listener.

    A lease is a worker's claim until `leased_until`; `lease` names it, so that a worker whose lease
    ran out can no longer finish. `key` is the event's: deliveries of one listener and one key keep
    their order. `due_at` is when to look at the delivery (again).
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="deliveries")
    listener = models.CharField(max_length=80)
    key = models.CharField(max_length=120, blank=True)
    state = models.CharField(
        max_length=8, choices=DeliveryState.choices, default=DeliveryState.PENDING
    )
    due_at = models.DateTimeField()
    lease = models.CharField(max_length=32, blank=True, default="")
    leased_until = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    failing_since = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True, default="")

    objects = Deliveries.as_manager()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                condition=Q(state=DeliveryState.PENDING),
                name="outbox_due",
            ),
            models.Index(
                fields=["leased_until"],
                condition=Q(state=DeliveryState.LEASED),
                name="outbox_leased",
            ),
            models.Index(
                fields=["listener", "key", "id"],
                condition=Q(state__in=OPEN),
                name="outbox_lane",
            ),
            models.Index(fields=["-id"], condition=Q(state=DeliveryState.DEAD), name="outbox_dead"),
        ]


class Job(models.Model):
    """When a periodic job runs next, and which worker runs it now."""

    name = models.CharField(max_length=80, primary_key=True)
    next_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True)
    last_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True, default="")

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA
