"""Take off somebody's lost second factors, or not: by a second pair of eyes."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.identity.enums import SignInChange
from nentang.foundation.identity.errors import ResetNotFound
from nentang.foundation.identity.models import FactorReset, Session
from nentang.foundation.identity.permissions import check_can_decide_reset

from .note_sign_in_change import note_sign_in_change


@transaction.atomic
def decide_factor_reset(*, reset_id: int, grant: bool, actor: Actor, at: datetime) -> FactorReset:
    """The request with its end; granted, every second factor and session of the person is gone.

    The person is told by every way they take. ResetNotFound where none waits there; OwnMatterOnly for
    whoever asked, and for one's own account.
    """
    rows = FactorReset.objects.select_for_update(of=("self",)).select_related("account")
    reset = rows.filter(pk=reset_id, decided_at=None).first()
    if reset is None:
        raise ResetNotFound
    check_can_decide_reset(actor, reset)
    reset.decided_by_id, reset.decided_at, reset.granted = actor.account_id, at, grant
    reset.save(update_fields=["decided_by", "decided_at", "granted"])
    if grant:
        Authenticator.objects.filter(user_id=reset.account_id).delete()
        Session.objects.filter(account=reset.account_id).delete()
        note_sign_in_change(account_id=reset.account_id, what=SignInChange.FACTORS_RESET, at=at)
    record(
        actor=actor,
        action="identity.decide_factor_reset",
        subject=f"account:{reset.account_id}",
        organization_id=reset.organization_id,
        person_id=reset.account.person_id,
        details={"granted": int(grant)},
        at=at,
    )
    return reset
