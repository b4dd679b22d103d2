"""What happens on the way of a dossier: official slips, supplements, second appointments, ratings."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from nentang.government.services.enums import SlipForm
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .dossier import Dossier


class Slip(models.Model):
    """A paper of the one-stop shop that was issued for a dossier in its `turn`, by the form of the circular."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="slips")
    form = models.CharField(max_length=2, choices=SlipForm)
    document = models.OneToOneField(
        "documents.IssuedDocument", on_delete=models.PROTECT, related_name="+"
    )
    turn = models.PositiveSmallIntegerField(default=1, db_default=1)
    issued_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "form", "turn"],
                condition=~models.Q(form=SlipForm.CONTROL),
                name="one_slip_of_a_form",
            )
        ]


class Obligation(models.Model):
    """What an authority on the way found the applicant to owe the state: taxes, fees for land.

    `reference` names it with the cashier; the dossier waits until all its obligations are paid.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="obligations")
    reference = models.CharField(max_length=60, unique=True)
    what = models.CharField(max_length=200)
    amount = models.PositiveBigIntegerField()
    payee = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField()
    paid_at = models.DateTimeField(null=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA


class Consultation(models.Model):
    """A question to another body in a dossier; where it stands, and until when, is its own case."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="consultations")
    case = models.OneToOneField("casework.Case", on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    question = models.TextField(max_length=4000)
    answer = models.TextField(max_length=4000, blank=True)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        name: PersonalField(
            purpose="Lấy ý kiến cơ quan liên quan để giải quyết hồ sơ",
            legal_basis="Nghị định 61/2018/NĐ-CP",
            keep_days=3650,
        )
        for name in ("question", "answer")
    }


class SecondAppointment(models.Model):
    """Why a dossier could not be answered in time, and until when it will be; once a dossier.

    `is_in_time`: the apology was written as long before the due time as the law asks.
    """

    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, related_name="apology")
    reason = models.TextField(max_length=4000)
    first_due_at = models.DateTimeField()
    due_at = models.DateTimeField()
    is_in_time = models.BooleanField()
    apologised_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA


class SupplementRequest(models.Model):
    """What the office asked to be added; the law allows it once a dossier."""

    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, related_name="supplement")
    items = models.TextField(max_length=4000)
    asked_at = models.DateTimeField()
    answer = models.TextField(max_length=4000, blank=True)
    answered_at = models.DateTimeField(null=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "answer": PersonalField(
            purpose="Bổ sung hồ sơ theo yêu cầu",
            legal_basis="Nghị định 61/2018/NĐ-CP",
            keep_days=3650,
        )
    }


def _points() -> "models.PositiveSmallIntegerField[int | None, int | None]":
    """Two, one or no points, as Circular 01/2018/TT-VPCP counts; None where it was not answered."""
    return models.PositiveSmallIntegerField(null=True, validators=[MaxValueValidator(2)])


class Rating(models.Model):
    """What the applicant thought of it: one to five stars, four more answers and, if they like, a sentence.

    `contacts` and `other_bodies`: how often one had to come or call again, here and elsewhere (never: 2,
    once: 1, more: 0); `attitude` of officers and `information` given (good: 2, fair: 1, poor: 0).
    """

    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, related_name="rating")
    stars = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    contacts = _points()
    other_bodies = _points()
    attitude = _points()
    information = _points()
    comment = models.TextField(max_length=1000, blank=True)
    rated_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "comment": PersonalField(
            purpose="Góp ý để cơ quan làm tốt hơn",
            legal_basis="Quyết định 766/QĐ-TTg",
            keep_days=1095,
        )
    }

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stars__range=(1, 5)), name="rating_of_one_to_five"
            ),
            models.CheckConstraint(
                condition=models.Q(contacts__lte=2)
                & models.Q(other_bodies__lte=2)
                & models.Q(attitude__lte=2)
                & models.Q(information__lte=2),
                name="rating_points_of_two",
            ),
        ]
