"""A person no longer wants messages in a browser."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.notifications.models import PushSubscription


@transaction.atomic
def unsubscribe_push(*, endpoint: str, actor: Actor, at: datetime) -> None:
    """Forget that browser of the actor's own; nothing happens where it was not known."""
    own = PushSubscription.objects.filter(person_id=actor.person_id or 0, endpoint=endpoint)
    if browser := own.first():
        record(
            actor=actor,
            action="notifications.unsubscribe_push",
            subject=f"push_subscription:{browser.pk}",
            person_id=actor.person_id,
            at=at,
        )
        browser.delete()
