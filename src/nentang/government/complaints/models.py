"""Complaints, and what happens on their way."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from nentang.foundation.audit.public import Numbering
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .enums import About, Difficulty, Instance, Outcome, Remedy, Verdict


def _kept(purpose: str) -> PersonalField:
    """As long as the papers of a settled matter are kept."""
    return PersonalField(
        purpose=purpose, legal_basis="Luật Khiếu nại số 02/2011/QH13", keep_days=3650
    )


class Complaint(models.Model):
    """What somebody complains about in a dossier. Where it stands is the state of its case, nowhere else.

    `against` is the body whose act is complained about; who settles it is the holder of the case.
    `accept_by` and `resolve_by` are the ends of the two terms; the second runs from acceptance.
    `dossier_reopened`: the dossier is worked on anew for it, and what comes of that is another matter.
    """

    case = models.OneToOneField("casework.Case", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40, unique=True)
    dossier = models.ForeignKey(
        "services.Dossier", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    instance = models.PositiveSmallIntegerField(choices=Instance)
    first = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="seconds", db_index=False
    )
    about = models.CharField(max_length=10, choices=About)
    statement = models.TextField(max_length=4000)
    demand = models.TextField(max_length=2000)
    complainant = models.ForeignKey(
        "identity.Person", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    on_behalf_of = models.ForeignKey(
        "organizations.Organization",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    filed_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    against = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    filed_at = models.DateTimeField()
    accept_by = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    difficulty = models.CharField(max_length=20, choices=Difficulty, default=Difficulty.PLAIN)
    resolve_by = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    verdict = models.CharField(max_length=10, choices=Verdict, blank=True)
    reasons = models.TextField(max_length=4000, blank=True)
    remedy = models.CharField(max_length=20, choices=Remedy, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    dossier_reopened = models.BooleanField(default=False, db_default=False)
    decision = models.ForeignKey(
        "documents.IssuedDocument", null=True, on_delete=models.PROTECT, related_name="+"
    )
    idempotency_key = models.CharField(max_length=80, null=True, unique=True)  # noqa: DJ001 - null is not unique

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "statement": _kept("Biết người khiếu nại nói gì để giải quyết"),
        "demand": _kept("Biết người khiếu nại đề nghị gì để giải quyết"),
        "complainant": _kept("Biết khiếu nại của ai để trả lời"),
        "reasons": _kept("Nói rõ vì sao giải quyết như vậy"),
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "about", "instance"],
                condition=Q(outcome__in=["", "decided"], dossier_reopened=False),
                name="one_complaint_about_a_matter",
            )
        ]
        indexes = [
            models.Index(fields=["dossier", "id"], name="complaints_of_dossier"),
            models.Index(fields=["complainant", "-id"], name="complaints_of_person"),
            models.Index(
                fields=["on_behalf_of", "-id"],
                name="complaints_of_company",
                condition=Q(on_behalf_of__isnull=False),
            ),
        ]


class ComplaintFile(models.Model):
    """A file that came with a complaint."""

    complaint = models.ForeignKey(Complaint, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, related_name="+")

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "file": _kept("Tài liệu kèm theo khiếu nại")
    }


class Explanation(models.Model):
    """What the body complained about was asked to explain; where it stands is its own case."""

    complaint = models.ForeignKey(Complaint, on_delete=models.CASCADE, related_name="explanations")
    case = models.OneToOneField("casework.Case", on_delete=models.PROTECT, related_name="+")
    question = models.TextField(max_length=4000)
    answer = models.TextField(max_length=4000, blank=True)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "question": _kept("Làm rõ việc bị khiếu nại"),
        "answer": _kept("Làm rõ việc bị khiếu nại"),
    }


class Dialogue(models.Model):
    """A dialogue between the person, the body and whoever settles the complaint, once it was held."""

    complaint = models.ForeignKey(Complaint, on_delete=models.CASCADE, related_name="dialogues")
    held_on = models.DateField()
    minutes = models.TextField(max_length=4000)
    noted_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "minutes": _kept("Ghi điều các bên đã nói khi đối thoại")
    }


class YearCounter(Numbering):
    """The last complaint number of a body's year: numbers without gaps."""

    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.CASCADE, related_name="+"
    )
    year = models.PositiveSmallIntegerField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "year"], name="one_complaint_counter_a_year"
            ),
        ]
