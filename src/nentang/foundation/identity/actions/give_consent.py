"""Agree to share with a program."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.identity.errors import OwnMatterOnly
from nentang.foundation.identity.models import Consent


@transaction.atomic
def give_consent(*, client_id: str, scopes: Sequence[str], actor: Actor, at: datetime) -> Consent:
    """The consent of the actor's account, widened where there was a narrower one. OwnMatterOnly."""
    if actor.account_id is None:
        raise OwnMatterOnly
    consent, _created = Consent.objects.select_for_update().get_or_create(
        account_id=actor.account_id,
        client_id=client_id,
        withdrawn_at=None,
        defaults={"scopes": [], "given_at": at},
    )
    wider = sorted({*consent.scopes, *scopes})
    if wider == consent.scopes:
        return consent
    consent.scopes, consent.given_at = wider, at
    consent.save(update_fields=["scopes", "given_at"])
    record(
        actor=actor,
        action="identity.give_consent",
        subject=f"client:{client_id}",
        person_id=actor.person_id,
        details={"scopes": " ".join(wider)},
        at=at,
    )
    return consent
