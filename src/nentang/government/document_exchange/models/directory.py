"""Who is on the axis: installations, what they sign with, and the bodies that they speak for."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from nentang.government.document_exchange.enums import CodeForm
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField


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
