"""A person asks for messages in the browser at hand."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.notifications.adapters import is_push_service
from nentang.foundation.notifications.errors import SubscriptionRefused
from nentang.foundation.notifications.models import PushSubscription


@transaction.atomic
def subscribe_push(
    *, endpoint: str, p256dh: str, auth: str, actor: Actor, at: datetime
) -> PushSubscription:
    """The browser, known from now on as this person's; SubscriptionRefused for an unknown push service."""
    fits = len(endpoint) <= 500 and 0 < len(p256dh) <= 120 and 0 < len(auth) <= 60
    if actor.person_id is None or not fits or not is_push_service(endpoint):
        raise SubscriptionRefused
    browser, _ = PushSubscription.objects.update_or_create(
        endpoint=endpoint,
        defaults={
            "person_id": actor.person_id,
            "p256dh": p256dh,
            "auth": auth,
            "subscribed_at": at,
        },
    )
    record(
        actor=actor,
        action="notifications.subscribe_push",
        subject=f"push_subscription:{browser.pk}",
        person_id=actor.person_id,
        at=at,
    )
    return browser
