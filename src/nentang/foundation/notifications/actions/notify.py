"""Tell a person something."""

from collections.abc import Mapping
from datetime import datetime

from nentang.foundation.notifications.enums import CARRIED, QUIET
from nentang.foundation.notifications.models import Delivery, Message
from nentang.foundation.notifications.queries import preference_of
from nentang.foundation.notifications.registry import template_named
from nentang.foundation.notifications.rules import after_quiet_hours, filled


def notify(
    *,
    template: str,
    person_id: int,
    context: Mapping[str, str],
    at: datetime,
    subject: str = "",
    link: str = "",
) -> None:
    """Write the message to the person's page and queue its other ways, in the caller's transaction.

    LookupError for an unknown template or a context that lacks a name: a fault of the caller. The
    person's language and switched-off ways hold as of now, quiet hours again when it is sent.
    """
    kind = template_named(template)
    preference = preference_of(person_id)
    message = Message.objects.create(
        person_id=person_id,
        template=template,
        subject=subject,
        language=preference.language,
        title=filled(kind.title(preference.language), context)[:200],
        body=filled(kind.body(preference.language), context),
        link=link or filled(kind.link, context),
        urgent=kind.urgent,
        created_at=at,
    )
    morning = after_quiet_hours(at, preference.quiet_from, preference.quiet_to)
    Delivery.objects.bulk_create(
        Delivery(
            message=message,
            channel=channel,
            queued_at=at,
            next_at=morning if channel in QUIET and not kind.urgent else at,
        )
        for channel in kind.channels
        if channel in CARRIED and preference.allows(channel)
    )
