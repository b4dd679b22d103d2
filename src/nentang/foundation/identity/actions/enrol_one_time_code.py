"""Give an account one-time codes with a known secret."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.identity.enums import SignInChange
from nentang.foundation.identity.errors import AccountNotFound
from nentang.foundation.identity.models import Account
from nentang.foundation.identity.permissions import check_can_manage_account

from .note_sign_in_change import note_sign_in_change


@transaction.atomic
def enrol_one_time_code(
    *, account_id: int, secret: str | None = None, actor: Actor, at: datetime
) -> str:
    """The secret (Base32) to enter in an authenticator app; recovery codes are made with it.

    A new secret replaces the former. AccountNotFound, OwnMatterOnly.
    """
    account = Account.objects.filter(pk=account_id, is_active=True).first()
    if account is None:
        raise AccountNotFound
    check_can_manage_account(actor, account)
    secret = secret or generate_totp_secret()
    Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).delete()
    TOTP.activate(account, secret)
    if not Authenticator.objects.filter(
        user=account, type=Authenticator.Type.RECOVERY_CODES
    ).exists():
        RecoveryCodes.activate(account)
    record(
        actor=actor,
        action="identity.enrol_one_time_code",
        subject=f"account:{account.pk}",
        person_id=account.person_id,
        at=at,
    )
    note_sign_in_change(account_id=account.pk, what=SignInChange.CODES_ADDED, at=at)
    return secret
