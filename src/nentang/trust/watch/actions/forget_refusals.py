"""Let go of refusals whose days are over."""

from datetime import datetime, timedelta

from nentang.trust.watch.models import REFUSAL_KEEP_DAYS, Refusal


def forget_refusals(*, at: datetime) -> int:
    """How many were dropped."""
    dropped, _by_model = Refusal.objects.filter(
        at__lt=at - timedelta(days=REFUSAL_KEEP_DAYS)
    ).delete()
    return int(dropped)
