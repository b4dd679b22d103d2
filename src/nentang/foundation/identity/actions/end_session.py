"""End one's own sessions elsewhere."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.identity.errors import SessionNotFound
from nentang.foundation.identity.models import Session


@transaction.atomic
def end_session(*, number: str, actor: Actor, at: datetime) -> None:
    """That one browser is signed out. SessionNotFound unless it is the actor's own."""
    own = Session.objects.filter(account=actor.account_id or 0, session_key=number)
    if not own.delete()[0]:
        raise SessionNotFound
    _note(actor, 1, at)


@transaction.atomic
def end_other_sessions(*, kept: str, actor: Actor, at: datetime) -> int:
    """How many other browsers were signed out; `kept` is the number of the one in hand. SessionNotFound."""
    own = Session.objects.filter(account=actor.account_id or 0)
    if not own.filter(session_key=kept).exists():
        raise SessionNotFound
    ended, _by_model = own.exclude(session_key=kept).delete()
    if ended:
        _note(actor, ended, at)
    return int(ended)


def _note(actor: Actor, ended: int, at: datetime) -> None:
    record(
        actor=actor,
        action="identity.end_session",
        subject=f"account:{actor.account_id}",
        person_id=actor.person_id,
        details={"ended": ended},
        at=at,
    )
