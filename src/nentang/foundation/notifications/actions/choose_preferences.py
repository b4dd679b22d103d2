"""A person chooses how they are told things."""

from datetime import datetime, time

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.notifications.errors import MessageNotFound
from nentang.foundation.notifications.models import Preference


@transaction.atomic
def choose_preferences(
    *,
    language: str,
    takes_email: bool,
    takes_sms: bool,
    takes_push: bool,
    quiet_from: time,
    quiet_to: time,
    actor: Actor,
    at: datetime,
) -> Preference:
    """The person's preferences from now on; messages on the page cannot be switched off."""
    if actor.person_id is None:
        raise MessageNotFound
    chosen = {
        "language": language,
        "takes_email": takes_email,
        "takes_sms": takes_sms,
        "takes_push": takes_push,
        "quiet_from": quiet_from,
        "quiet_to": quiet_to,
    }
    preference, _ = Preference.objects.update_or_create(person_id=actor.person_id, defaults=chosen)
    record(
        actor=actor,
        action="notifications.choose_preferences",
        subject=f"preference:{preference.pk}",
        person_id=actor.person_id,
        at=at,
    )
    return preference
