"""Exports that people asked for, runs of erasure, holds that suspend it."""

import uuid
from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .enums import ExportState, Outcome, RequestKind

LAW = "Nghị định 13/2023/NĐ-CP; từ 2026 Luật 91/2025/QH15"
KEEP_DAYS = 365
REQUEST_KEEP_DAYS = 1095


class Export(models.Model):
    """What is held about a person, gathered into one file that only they may take, for some days."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "person": PersonalField("cấp dữ liệu cho đúng người", LAW, KEEP_DAYS)
    }

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey("identity.Person", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=6, choices=ExportState.choices, default=ExportState.ASKED)
    asked_at = models.DateTimeField()
    ready_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    taken_at = models.DateTimeField(null=True)
    size = models.PositiveBigIntegerField(default=0)
    rows = models.PositiveIntegerField(default=0)
    files = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("gói dữ liệu")
        indexes = (
            models.Index(fields=("id",), condition=Q(state=ExportState.ASKED), name="export_asked"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("person",),
                condition=Q(state=ExportState.ASKED),
                name="one_export_at_a_time",
            ),
        )


class RetentionRun(models.Model):
    """One run of erasure; `counts` by field (`services.Dossier.answers`), added to batch by batch.

    A run without `ended_at` was interrupted: the next one goes on with it.
    """

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    counts = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("lượt xóa theo thời hạn")


class Holds(models.QuerySet["LegalHold"]):
    """Holds by day."""

    def in_force(self, day: date) -> Self:
        """Those that suspend erasure on that day."""
        return self.filter(lifted_at=None, until_on__gt=day)


class LegalHold(models.Model):
    """That nothing of a case is erased before `until_on`: a dispute, a complaint, a court asks."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "reason": PersonalField("giải thích vì sao chưa xóa", LAW, KEEP_DAYS)
    }

    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    until_on = models.DateField()
    placed_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+"
    )
    placed_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)

    objects = Holds.as_manager()

    class Meta:
        verbose_name = _("lệnh giữ")
        constraints = (
            models.UniqueConstraint(
                fields=("case",), condition=Q(lifted_at=None), name="one_hold_a_case"
            ),
        )


class SubjectRequest(models.Model):
    """What a person asks a body about their data. Where it stands is the state of its case.

    `about` is the code of one matter, empty for all; `rule` the provision by which it was refused.
    """

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        name: PersonalField("trả lời yêu cầu của chủ thể dữ liệu", LAW, REQUEST_KEEP_DAYS)
        for name in ("person", "words", "answer")
    }

    case = models.OneToOneField("casework.Case", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        "identity.Person", null=True, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=10, choices=RequestKind.choices)
    about = models.CharField(max_length=40, blank=True)
    words = models.TextField(max_length=4000)
    answer = models.TextField(max_length=4000, blank=True)
    rule = models.CharField(max_length=300, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("yêu cầu về dữ liệu")
        constraints = (
            models.CheckConstraint(
                condition=Q(outcome="", answered_at=None)
                | (~Q(outcome="") & Q(answered_at__isnull=False)),
                name="request_ended_with_outcome",
            ),
        )


class Breach(models.Model):
    """That personal data of a body leaked, were lost or misused; told to the authority by `due_at`.

    `places` are the holdings concerned (`services.Dossier`). Nobody is named in `what` and `measures`.
    """

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    code = models.CharField(max_length=16, unique=True)
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    what = models.TextField(max_length=4000)
    measures = models.TextField(max_length=4000)
    places = models.JSONField(default=list)
    people = models.PositiveIntegerField()
    found_at = models.DateTimeField()
    due_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    notice = models.ForeignKey(
        "documents.IssuedDocument", null=True, on_delete=models.PROTECT, related_name="+"
    )
    notified_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("vi phạm dữ liệu cá nhân")
        constraints = (
            models.CheckConstraint(
                condition=Q(notice=None, notified_at=None)
                | Q(notice__isnull=False, notified_at__isnull=False),
                name="breach_notified_with_notice",
            ),
        )

    @property
    def was_told_in_time(self) -> bool:
        """Whether the notice came no later than the law asks."""
        return self.notified_at is not None and self.notified_at <= self.due_at
