"""What both sides say of a day."""

from typing import ClassVar

from django.db import models

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .directory import Participant


class DayProof(models.Model):
    """What both sides say of the messages from one body to another that arrived on a day."""

    day = models.DateField()
    sender = models.ForeignKey(
        Participant, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    receiver = models.ForeignKey(
        Participant, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    our_count = models.PositiveIntegerField()
    our_root = models.CharField(max_length=64)
    their_count = models.PositiveIntegerField(null=True)
    their_root = models.CharField(max_length=64, blank=True)
    compared_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "sender", "receiver"], name="one_proof_a_day_and_pair"
            )
        ]

    @property
    def is_equal(self) -> bool:
        """Whether both sides have the same messages."""
        return self.our_root == self.their_root


class DayDifference(models.Model):
    """A message that only one side has; `is_explained` while it is still on its way."""

    proof = models.ForeignKey(DayProof, on_delete=models.CASCADE, related_name="differences")
    message_id = models.CharField(max_length=64)
    document_id = models.CharField(max_length=120)
    is_here = models.BooleanField()
    is_explained = models.BooleanField(default=False)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA
