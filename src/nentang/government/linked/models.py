"""Linked matters: which procedures were asked for together, and which dossier each became."""

from typing import ClassVar

from django.db import models

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .enums import PartState

LAW = "Nghị định 63/2024/NĐ-CP"


class Chain(models.Model):
    """One declaration for several procedures, by the law of the day on which it came in.

    `code` is that of its first dossier. `answers` are forgotten once nothing waits for them.
    """

    code = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=40)
    begun_on = models.DateField()
    begun_at = models.DateTimeField()
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    applicant = models.ForeignKey("identity.Person", on_delete=models.PROTECT, related_name="+")
    submitted_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+"
    )
    answers = models.JSONField(default=dict)
    idempotency_key = models.CharField(max_length=80, null=True, unique=True)  # noqa: DJ001 - null is not unique

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "answers": PersonalField(
            purpose="Điền hồ sơ của các việc sau mà không hỏi lại; xoá khi không còn việc nào chờ",
            legal_basis=LAW,
            keep_days=365,
        ),
        "applicant": PersonalField(
            purpose="Biết việc của ai để báo và trả kết quả", legal_basis=LAW, keep_days=3650
        ),
    }

    class Meta:
        indexes = [models.Index(fields=["applicant", "-id"], name="chain_by_applicant")]


class Part(models.Model):
    """One procedure of a chain. `trouble` is the code of what keeps it from being opened,
    `missing` the questions that nobody answered yet.
    """

    chain = models.ForeignKey(Chain, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=40)
    procedure = models.CharField(max_length=40)
    state = models.CharField(max_length=10, choices=PartState, default=PartState.WAITING)
    trouble = models.CharField(max_length=60, blank=True)
    missing = models.JSONField(default=list)
    changed_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=["chain", "number"], name="one_part_of_a_number"),
            models.UniqueConstraint(fields=["chain", "name"], name="one_part_of_a_name"),
        ]


class PartDossier(models.Model):
    """A dossier that a part became. `attempt` counts: a refused one may be followed by another."""

    part = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="dossiers")
    attempt = models.PositiveSmallIntegerField(default=1)
    dossier = models.OneToOneField("services.Dossier", on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["part", "attempt"], name="one_dossier_an_attempt")
        ]
