"""Write to somebody whose way of signing in changed."""

from datetime import datetime

from django.db import transaction

from nentang.foundation.notifications.public import notify
from nentang.trust.watch.registry import SIGN_IN_CHANGES


@transaction.atomic
def tell_of_change(*, person_id: int, what: str, at: datetime) -> None:
    """The message goes by every way the person takes, at any hour. The change itself is in the audit."""
    notify(
        template=SIGN_IN_CHANGES[what].code,
        person_id=person_id,
        context={},
        subject=f"person:{person_id}",
        at=at,
    )
