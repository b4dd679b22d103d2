"""Let go of traces nobody needs any more."""

from datetime import datetime, timedelta

from axes.models import AccessAttempt
from django.conf import settings

from nentang.foundation.identity.models import SignIn


def forget_sign_ins(*, at: datetime) -> int:
    """How many traces were dropped: sign-ins after a year, addresses of failed ones after the lock.

    No audit: nothing about a matter changes, retention is in `PERSONAL_DATA`.
    """
    kept = timedelta(days=SignIn.PERSONAL_DATA["at"].keep_days or 0)
    dropped, _by_model = SignIn.objects.filter(at__lt=at - kept).delete()
    unlocked = at - settings.AXES_COOLOFF_TIME
    attempts, _by_model = AccessAttempt.objects.filter(attempt_time__lt=unlocked).delete()
    return dropped + int(attempts)
