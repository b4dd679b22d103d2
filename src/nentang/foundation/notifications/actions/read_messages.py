"""A person has read their messages."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.notifications.errors import MessageNotFound
from nentang.foundation.notifications.models import Message


def read_messages(*, actor: Actor, at: datetime, message_id: int | None = None) -> int:
    """Mark one message of the actor's own as read, or all of them; how many were unread.

    MessageNotFound where the one named is another person's or does not exist.
    """
    own = Message.objects.filter(person_id=actor.person_id or 0)
    if message_id is not None:
        own = own.filter(pk=message_id)
        if not own.exists():
            raise MessageNotFound
    return own.filter(read_at=None).update(read_at=at)
