"""Answers already given, so that a repeated request gets the same one."""

from typing import ClassVar

from django.db import models

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField


class IdempotencyKey(models.Model):
    """What was answered under a client's key within a scope (who asks, for what)."""

    scope = models.CharField(max_length=80)
    key = models.CharField(max_length=80)
    body_hash = models.CharField(max_length=64)
    answer = models.JSONField()
    answered_at = models.DateTimeField()

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scope", "key"], name="one_answer_under_a_key")
        ]
        indexes = [models.Index(fields=["answered_at"], name="answer_by_age")]
