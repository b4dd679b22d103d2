"""Members of the network, what they share, and who was granted what."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from nentang.foundation.audit.public import Numbering
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .enums import Outcome, Purpose, Sharing


class Member(models.Model):
    """A body in the network, known by its organisation code; `node_url` is where its node listens."""

    organization = models.OneToOneField(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    code = models.CharField(max_length=35, unique=True)
    node_url = models.CharField(max_length=200, blank=True)
    joined_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    def __str__(self) -> str:
        return self.code


class Subsystem(models.Model):
    """A system of a member that asks or answers."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="subsystems")
    code = models.CharField(max_length=30)
    title = models.CharField(max_length=200)
    added_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "code"], name="one_subsystem_of_a_code")
        ]

    def __str__(self) -> str:
        return self.address

    @property
    def address(self) -> str:
        """As calls name it: `H29/one-stop`."""
        return f"{self.member.code}/{self.code}"


class Certificate(models.Model):
    """A certificate that the network's authority issued, for a system or (without one) for the node."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="certificates")
    subsystem = models.ForeignKey(
        Subsystem, null=True, on_delete=models.PROTECT, related_name="certificates"
    )
    fingerprint = models.CharField(max_length=64, unique=True)
    pem = models.TextField(max_length=8000)
    not_before = models.DateTimeField()
    not_after = models.DateTimeField()
    issued_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA


class SharedService(models.Model):
    """What a system answers. `fields` are `{path, title, personal}`, `row_keys` may narrow the rows of a grant.

    `purposes` are those for which it may be granted (none: any). `register` names the register of this installation
    that answers, under a service of the same code; empty where the system answers by itself.
    """

    subsystem = models.ForeignKey(Subsystem, on_delete=models.PROTECT, related_name="services")
    code = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    description = models.TextField(max_length=2000)
    sharing = models.CharField(max_length=10, choices=Sharing)
    openapi = models.JSONField()
    methods = models.JSONField(default=list)
    fields = models.JSONField()
    row_keys = models.JSONField(default=list)
    rows_at = models.CharField(max_length=60, blank=True)
    envelope = models.JSONField(default=list)
    subject = models.CharField(max_length=60, blank=True)
    purposes = models.JSONField(default=list)
    register = models.CharField(max_length=30, blank=True)
    folded = models.CharField(max_length=2400)
    published_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subsystem", "code"], name="one_shared_service_of_a_code"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def address(self) -> str:
        """As calls name it: `G01/population/confirm.v1`."""
        return f"{self.subsystem.address}/{self.code}"


class AccessRequest(models.Model):
    """A body asks for a service. Where the request stands is the state of its case, nowhere else."""

    case = models.OneToOneField("casework.Case", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40, unique=True)
    client = models.ForeignKey(Subsystem, on_delete=models.PROTECT, related_name="+")
    service = models.ForeignKey(SharedService, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=20, choices=Purpose)
    reason = models.TextField(max_length=2000)
    legal_basis = models.CharField(max_length=300)
    fields = models.JSONField()
    rows = models.JSONField(default=dict)
    valid_from = models.DateField()
    valid_to = models.DateField()
    asked_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    answer = models.TextField(max_length=2000, blank=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "service", "purpose"],
                condition=Q(outcome=""),
                name="one_open_request_for_a_purpose",
            )
        ]
        indexes = [models.Index(fields=["client", "-id"], name="requests_of_client")]


class Grant(models.Model):
    """What a system may have of a service: fields, rows, purpose, days (`valid_to` not included)."""

    code = models.CharField(max_length=40, unique=True)
    request = models.OneToOneField(AccessRequest, on_delete=models.PROTECT, related_name="grant")
    client = models.ForeignKey(Subsystem, on_delete=models.PROTECT, related_name="grants")
    service = models.ForeignKey(SharedService, on_delete=models.PROTECT, related_name="grants")
    purpose = models.CharField(max_length=20, choices=Purpose)
    legal_basis = models.CharField(max_length=300)
    fields = models.JSONField()
    rows = models.JSONField(default=dict)
    valid_from = models.DateField()
    valid_to = models.DateField()
    rate_per_minute = models.PositiveIntegerField(default=600)
    granted_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=500, blank=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA


class NodeLog(models.Model):
    """How far the log of a node was taken over, and with which hash it ended there."""

    name = models.CharField(max_length=200, unique=True)
    seq = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True)
    taken_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA


class Traffic(models.Model):
    """Calls of a day between a client and a service, as the provider's node logged them."""

    day = models.DateField()
    client = models.CharField(max_length=80)
    service = models.CharField(max_length=120)
    calls = models.PositiveBigIntegerField(default=0)
    refused = models.PositiveBigIntegerField(default=0)
    millis = models.PositiveBigIntegerField(default=0)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day", "client", "service"], name="one_traffic_a_day")
        ]


class YearCounter(Numbering):
    """The last request number of a body's year: numbers without gaps."""

    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.CASCADE, related_name="+"
    )
    year = models.PositiveSmallIntegerField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "year"], name="one_request_counter_a_year"
            )
        ]
