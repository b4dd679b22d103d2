"""Datasets, their versions, requests for data, and services built on it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from nentang.foundation.audit.public import Numbering
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .enums import Classification, Format, Frequency, Outcome, ReleaseState, ServiceState


def _kept(purpose: str) -> PersonalField:
    return PersonalField(
        purpose=purpose, legal_basis="Nghị định 47/2020/NĐ-CP, Điều 17–21", keep_days=3650
    )


class Dataset(models.Model):
    """A declared dataset that a body has taken on; what it holds is said by its declaration.

    `next_on` is the day by which the next version is due, `told_on` the day on which the owner was told
    that it is late.
    """

    code = models.CharField(max_length=60, unique=True)
    owner = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    classification = models.CharField(max_length=10, choices=Classification)
    licence = models.CharField(max_length=20)
    frequency = models.CharField(max_length=10, choices=Frequency)
    taken_on_at = models.DateTimeField()
    next_on = models.DateField()
    told_on = models.DateField(null=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA


class Release(models.Model):
    """A version of a dataset: proposed by one officer, published or set aside by another.

    `checks` says what was looked at and what is wrong; `digest` is the hash of its CSV.
    """

    dataset = models.ForeignKey(Dataset, on_delete=models.PROTECT, related_name="releases")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=ReleaseState, default=ReleaseState.PROPOSED)
    as_of = models.DateField()
    follows = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    smallest = models.PositiveSmallIntegerField()
    rows = models.PositiveIntegerField()
    hidden = models.PositiveIntegerField()
    score = models.PositiveSmallIntegerField()
    checks = models.JSONField()
    digest = models.CharField(max_length=64)
    prepared_by = models.ForeignKey(
        "identity.Account", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    prepared_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    decided_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dataset", "number"], name="one_release_a_number"),
            models.UniqueConstraint(
                fields=["dataset"],
                condition=Q(state="proposed"),
                name="one_release_waits",
            ),
        ]


class ReleaseCounts(models.Model):
    """What was counted before anything was hidden: kept so that later versions give nothing of it away.

    Nothing of this is ever shown; only the preparing of the next version reads it.
    """

    release = models.OneToOneField(Release, on_delete=models.CASCADE, related_name="counts")
    content = models.BinaryField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA


class ReleaseFile(models.Model):
    """A version as a file, byte for byte as everybody gets it."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="files")
    format = models.CharField(max_length=10, choices=Format)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    content = models.BinaryField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["release", "format"], name="one_file_a_format")
        ]


class DataRequest(models.Model):
    """What somebody asks to be opened. Where it stands is the state of its case.

    `question` and `answer` are for everybody: the officer writes them without whoever asked.
    """

    case = models.OneToOneField("casework.Case", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40, unique=True)
    requester = models.ForeignKey(
        "identity.Person", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    asked = models.TextField(max_length=2000)
    purpose = models.TextField(max_length=1000)
    dataset = models.ForeignKey(
        Dataset, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    filed_at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    question = models.CharField(max_length=300, blank=True)
    answer = models.TextField(max_length=4000, blank=True)
    answered_at = models.DateTimeField(null=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "requester": _kept("Biết ai yêu cầu dữ liệu để trả lời"),
        "asked": _kept("Biết cần dữ liệu gì để trả lời"),
        "purpose": _kept("Biết dữ liệu dùng làm gì để xét mở"),
    }

    class Meta:
        indexes = [
            models.Index(fields=["requester", "-id"], name="data_requests_of_person"),
            models.Index(
                fields=["-answered_at", "-id"],
                name="data_requests_answered",
                condition=Q(answered_at__isnull=False),
            ),
        ]


class RequestCounter(Numbering):
    """The last number of requests to a body in a year: numbers without gaps."""

    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.CASCADE, related_name="+"
    )
    year = models.PositiveSmallIntegerField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "year"], name="one_data_request_counter_a_year"
            )
        ]


class DataService(models.Model):
    """A service that somebody built on the data: registered by its maker, confirmed by the office.

    `dataset` is the one it stands on most; its owner confirms.
    """

    dataset = models.ForeignKey(Dataset, on_delete=models.PROTECT, related_name="services")
    title = models.CharField(max_length=120)
    maker = models.CharField(max_length=120)
    url = models.URLField(max_length=300)
    summary = models.CharField(max_length=500)
    registered_by = models.ForeignKey(
        "identity.Person", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    registered_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=ServiceState, default=ServiceState.PROPOSED)
    decided_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "registered_by": _kept("Biết ai đăng ký dịch vụ để hỏi lại"),
        "maker": _kept("Ghi công người làm dịch vụ, do chính họ khai"),
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["url"],
                condition=Q(state__in=["proposed", "confirmed"]),
                name="one_data_service_an_address",
            )
        ]
        indexes = [models.Index(fields=["state", "-id"], name="data_services_by_state")]
