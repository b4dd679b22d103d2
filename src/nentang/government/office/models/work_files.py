"""The files in which work is kept."""

from typing import ClassVar

from django.db import models

from nentang.kernel.personal_data import PersonalField

from .terms import kept


class WorkFile(models.Model):
    """A work file (hồ sơ công việc): the documents of one matter, kept so many years once it is closed.

    `retention_years` 0 is for ever. `handled_digitally` says, once it is closed, whether all of it was done
    in the system: nothing came on paper without being scanned, nothing left but signed.
    """

    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    code = models.CharField(max_length=40, unique=True)
    title = models.CharField(max_length=300)
    retention_years = models.PositiveSmallIntegerField()
    keeper = models.ForeignKey(
        "identity.Account", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    handled_digitally = models.BooleanField(null=True)
    folded = models.CharField(max_length=400)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "title": kept("Tìm hồ sơ công việc theo việc, đôi khi theo tên người"),
        "folded": kept("Tìm hồ sơ công việc không cần dấu"),
    }

    class Meta:
        indexes = [models.Index(fields=["organization", "-id"], name="work_files_of_body")]
