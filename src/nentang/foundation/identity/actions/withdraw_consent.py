"""Stop sharing with a program."""

from datetime import datetime

from allauth.idp.oidc.models import Token
from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.identity.errors import ConsentNotFound
from nentang.foundation.identity.events import ConsentWithdrawn
from nentang.foundation.identity.models import Consent
from nentang.foundation.outbox.public import publish


@transaction.atomic
def withdraw_consent(*, consent_id: int, actor: Actor, at: datetime) -> Consent:
    """The consent, withdrawn; every token that the client holds for the account is void at once.

    Withdrawing twice changes nothing. ConsentNotFound, also for another's consent.
    """
    consent = Consent.objects.select_for_update().filter(pk=consent_id).first()
    if consent is None or consent.account_id != actor.account_id:
        raise ConsentNotFound
    if consent.withdrawn_at:
        return consent
    consent.withdrawn_at = at
    consent.save(update_fields=["withdrawn_at"])
    Token.objects.filter(user_id=consent.account_id, client_id=consent.client_id).delete()
    record(
        actor=actor,
        action="identity.withdraw_consent",
        subject=f"client:{consent.client_id}",
        person_id=actor.person_id,
        at=at,
    )
    publish(ConsentWithdrawn(consent.account_id, consent.client_id), at=at)
    return consent
