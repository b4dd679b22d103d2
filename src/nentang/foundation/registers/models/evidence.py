"""What was taken from a register, for what."""

from typing import ClassVar

from django.db import models

from nentang.kernel.personal_data import PersonalField

_PROOF = PersonalField(
    purpose="Chứng minh điều đã lấy từ cơ sở dữ liệu khi giải quyết việc",
    legal_basis="Nghị định 47/2020/NĐ-CP",
    keep_days=3650,
)


class Evidence(models.Model):
    """One value as the register held it when somebody used it, signed by the installation.

    `subject` is what it was used for (`dossier:12`), `title` what people call that. `version_id` is the
    row that said so; `shown` the value in words.
    """

    register = models.CharField(max_length=30)
    record_code = models.CharField(max_length=40)
    aspect = models.CharField(max_length=30)
    field = models.CharField(max_length=40)
    version_id = models.BigIntegerField()
    shown = models.CharField(max_length=400)
    valid_on = models.DateField()
    taken_at = models.DateTimeField()
    subject = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    person = models.ForeignKey(
        "identity.Person", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    signature = models.CharField(max_length=120)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "shown": _PROOF,
        "record_code": _PROOF,
        "person": _PROOF,
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "register", "record_code", "aspect", "field"],
                name="one_evidence_for_a_field",
            )
        ]
        indexes = [
            models.Index(fields=["register", "record_code", "aspect"], name="evidence_of_record"),
            models.Index(fields=["person", "-id"], name="evidence_of_person"),
        ]


class Reexamination(models.Model):
    """That a body looks again at what it decided on a value which was corrected since."""

    case = models.OneToOneField("casework.Case", on_delete=models.PROTECT, related_name="+")
    register = models.CharField(max_length=30)
    record_code = models.CharField(max_length=40)
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    revision = models.PositiveIntegerField()
    opened_at = models.DateTimeField()
    outcome = models.CharField(max_length=400, blank=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"record_code": _PROOF}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["register", "record_code", "revision", "organization"],
                name="one_reexamination",
            )
        ]


class Touched(models.Model):
    """One use of the old value within a re-examination, with the value that holds now."""

    reexamination = models.ForeignKey(
        Reexamination, on_delete=models.CASCADE, related_name="touched"
    )
    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="+")
    now_shown = models.CharField(max_length=400)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {"now_shown": _PROOF}
