"""Dossiers: what was applied for, with which answers and papers."""

from typing import ClassVar

from django.db import models

from nentang.foundation.audit.public import Numbering
from nentang.government.services.enums import Channel, Outcome
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField


class Dossier(models.Model):
    """One application under one procedure. Where it stands is the state of its case, nowhere else.

    `bundle` is what held for the procedure on its legal day `procedure_on`, and holds for this dossier
    until its end. `findings` is what its result asks the office to find out. `fee_method` is how the fee was
    paid, as the cashier says; empty while it is not, or where old dossiers do not say. `counter` is the
    counter that took it in, where it is not that of `organization`; `on_behalf_of` the company or other
    body for which the applicant acts. `turn` counts how often it was worked on from the start: 2 once it
    was opened again because a complaint was right.
    """

    case = models.OneToOneField("casework.Case", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40, unique=True)
    procedure = models.CharField(max_length=40)
    procedure_on = models.DateField()
    bundle = models.ForeignKey(
        "catalogue.BundleVersion",
        to_field="digest",
        db_index=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    counter = models.ForeignKey(
        "organizations.Organization",
        null=True,
        db_index=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    applicant = models.ForeignKey("identity.Person", on_delete=models.PROTECT, related_name="+")
    on_behalf_of = models.ForeignKey(
        "organizations.Organization",
        null=True,
        db_index=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    submitted_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+"
    )
    channel = models.CharField(max_length=10, choices=Channel)
    answers = models.JSONField()
    findings = models.JSONField(default=dict, db_default=models.Value({}, models.JSONField()))
    fee = models.PositiveBigIntegerField(default=0)
    fee_method = models.CharField(max_length=20, blank=True, default="", db_default="")
    submitted_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    turn = models.PositiveSmallIntegerField(default=1, db_default=1)
    idempotency_key = models.CharField(max_length=80, null=True, unique=True)  # noqa: DJ001 - null is not unique
    result = models.ForeignKey(
        "documents.IssuedDocument", null=True, on_delete=models.PROTECT, related_name="+"
    )

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "answers": PersonalField(
            purpose="Giải quyết thủ tục mà người nộp yêu cầu",
            legal_basis="Nghị định 61/2018/NĐ-CP",
            keep_days=3650,
        ),
        "findings": PersonalField(
            purpose="Ghi vào kết quả điều cơ quan tự tra cứu, như số định danh mới cấp",
            legal_basis="Nghị định 61/2018/NĐ-CP",
            keep_days=3650,
        ),
        "applicant": PersonalField(
            purpose="Biết hồ sơ của ai để trả kết quả",
            legal_basis="Nghị định 61/2018/NĐ-CP",
            keep_days=3650,
        ),
    }

    class Meta:
        indexes = [
            models.Index(fields=["applicant", "-id"], name="dossier_by_applicant"),
            models.Index(fields=["organization", "-id"], name="dossier_by_organization"),
            models.Index(fields=["organization", "decided_at"], name="dossier_by_decision"),
            models.Index(
                fields=["on_behalf_of", "-id"],
                name="dossier_by_company",
                condition=models.Q(on_behalf_of__isnull=False),
            ),
            models.Index(
                fields=["counter", "-id"],
                name="dossier_by_counter",
                condition=models.Q(counter__isnull=False),
            ),
        ]


class DossierPaper(models.Model):
    """A file that came with a dossier, under the form field or paper it answers."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="papers")
    paper = models.CharField(max_length=80)
    file = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "file": PersonalField(
            purpose="Giấy tờ chứng minh kèm hồ sơ",
            legal_basis="Nghị định 61/2018/NĐ-CP",
            keep_days=3650,
        )
    }


class Upload(models.Model):
    """A file that a program gave under its key: the same again gives the same file."""

    key = models.CharField(max_length=80, unique=True)
    fingerprint = models.CharField(max_length=64)
    file = models.OneToOneField("documents.StoredFile", on_delete=models.PROTECT, related_name="+")

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA


class DayCounter(Numbering):
    """The last dossier serial of an organisation's day: numbers without gaps."""

    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.CASCADE, related_name="+"
    )
    day = models.DateField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization", "day"], name="one_counter_a_day"),
        ]
