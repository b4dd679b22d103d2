"""Note that somebody's way of signing in changed, for its holder to hear of it."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.identity.enums import SignInChange
from nentang.foundation.identity.events import SignInChanged
from nentang.foundation.identity.models import Account
from nentang.foundation.outbox.public import publish


@transaction.atomic
def note_sign_in_change(*, account_id: int, what: SignInChange, at: datetime) -> None:
    """Write it down and tell whoever listens; nothing for an account of a program."""
    person_id = Account.objects.values_list("person_id", flat=True).get(pk=account_id)
    record(
        actor=SYSTEM,
        action="identity.note_sign_in_change",
        subject=f"account:{account_id}",
        person_id=person_id,
        details={"what": what.value},
        at=at,
    )
    publish(SignInChanged(account_id, person_id, what.value), at=at, key=f"account:{account_id}")
