"""Tables taken in row by row."""

from typing import ClassVar

from django.db import models

from nentang.foundation.registers.enums import RunState
from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField


class ImportRun(models.Model):
    """A file that somebody gave to be entered; `done` rows were read, `failed` of them refused.

    Its content goes as soon as all rows were read. Of a file that stays where it lies there is no
    content but `digest`, its SHA-256, by which it is known again.
    """

    register = models.CharField(max_length=30)
    filename = models.CharField(max_length=120)
    content = models.BinaryField()
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    started_by = models.ForeignKey(
        "identity.Account", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=RunState, default=RunState.RUNNING)
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "content": PersonalField(
            purpose="Nhập vào cơ sở dữ liệu", legal_basis="Nghị định 47/2020/NĐ-CP", keep_days=0
        )
    }

    class Meta:
        indexes = [models.Index(fields=["organization", "register", "-id"], name="runs_of_body")]
        constraints = [
            models.UniqueConstraint(
                fields=["register", "organization", "digest"],
                condition=~models.Q(digest=""),
                name="one_run_a_file",
            )
        ]


class ImportFault(models.Model):
    """Why a row was not taken in: the line of the file, the column where one is to blame, the sentence."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="faults")
    line = models.PositiveIntegerField()
    column = models.CharField(max_length=40, blank=True)
    code = models.CharField(max_length=60)
    sentence = models.CharField(max_length=400)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "line"], name="one_fault_a_line")]
