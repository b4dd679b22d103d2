"""Answers under idempotency keys are forgotten after a week."""

from datetime import datetime

from nentang.economy.payments.models import IdempotencyKey
from nentang.economy.payments.rules.terms import KEEP_ANSWERS


def forget_answers(*, at: datetime) -> int:
    """How many were forgotten; no audit, for nothing of anybody's matter changes."""
    deleted, _models = IdempotencyKey.objects.filter(answered_at__lt=at - KEEP_ANSWERS).delete()
    return deleted
