"""Briefing packs that were ordered: for which unit and day, and the files that were made."""

from typing import ClassVar

from django.db import models

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .enums import PackState


class BriefingPack(models.Model):
    """What a leader takes along: a paper and slides of a unit as of a day.

    `organization` ordered it. `data_at` is when its figures were computed from facts, `fingerprint` the SHA-256 of
    all that is printed. `tries` counts attempts to make it. Files have their own hashes.
    """

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    code = models.CharField(max_length=20, unique=True)
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    unit_code = models.CharField(max_length=12, blank=True)
    geography = models.CharField(max_length=3)
    day = models.DateField()
    language = models.CharField(max_length=2, default="vi")
    state = models.CharField(max_length=8, choices=PackState, default=PackState.ORDERED)
    step = models.PositiveSmallIntegerField(default=0)
    tries = models.PositiveSmallIntegerField(default=0)
    ordered_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True)
    data_at = models.DateTimeField(null=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    paper = models.ForeignKey(
        "documents.StoredFile", null=True, on_delete=models.PROTECT, related_name="+"
    )
    slides = models.ForeignKey(
        "documents.StoredFile", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "unit_code", "geography", "day", "language"],
                name="one_pack_of_unit_and_day",
            )
        ]
        indexes = [
            models.Index(fields=["organization", "-id"], name="packs_of_body"),
            models.Index(
                fields=["id"], name="packs_to_be_made", condition=models.Q(state="ordered")
            ),
        ]
