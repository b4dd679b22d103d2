"""Note that an account was refused something."""

from datetime import datetime

from nentang.trust.watch.models import Refusal


def note_refusal(*, account_id: int, at: datetime) -> None:
    """One row with one statement; kept for a week. No audit: nothing changed."""
    Refusal.objects.create(account_id=account_id, at=at)
