"""Reads of messages, for pages and other apps."""

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import RowBy

from .models import Delivery, Message, Preference
from .rules import QUIET_FROM, QUIET_TO

PAGE = 20


def preference_of(person_id: int) -> Preference:
    """What the person prefers; the defaults, not saved, where they chose nothing."""
    found = _preference(person_id)
    return found or Preference(person_id=person_id, quiet_from=QUIET_FROM, quiet_to=QUIET_TO)


_preference = RowBy(lambda person_id: Preference.objects.filter(person_id=person_id), int)


def messages_of(person_id: int, *, before_id: int | None = None) -> list[Message]:
    """A page of the person's messages, latest first."""
    rows = Message.objects.filter(person_id=person_id)
    if before_id is not None:
        rows = rows.filter(pk__lt=before_id)
    return list(rows.order_by("-pk")[:PAGE])


def unread_count(actor: Actor) -> int:
    """How many messages the person has not read; no query where nobody is signed in."""
    return Message.objects.unread(actor.person_id).count() if actor.person_id else 0


def outgoing(*, channel: str = "", before_id: int | None = None) -> list[Delivery]:
    """A page of what went or would have gone out, latest first, with message and person."""
    rows = Delivery.objects.select_related("message__person")
    if channel:
        rows = rows.filter(channel=channel)
    if before_id is not None:
        rows = rows.filter(pk__lt=before_id)
    return list(rows.order_by("-pk")[:PAGE])
