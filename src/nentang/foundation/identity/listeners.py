"""Notes of signing in: what Django and allauth tell, kept for the person to see."""

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
    authenticator_used,
)
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from nentang.kernel import clock

from .actions import note_sign_in_change, record_sign_in
from .adapters.spent_codes import is_spent
from .enums import SignInChange, SignInMethod
from .models import Account
from .queries import OPENED, account_named
from .rules import device_words

ADDED = {
    Authenticator.Type.TOTP: SignInChange.CODES_ADDED,
    Authenticator.Type.WEBAUTHN: SignInChange.PASSKEY_ADDED,
}
REMOVED = {
    Authenticator.Type.TOTP: SignInChange.CODES_REMOVED,
    Authenticator.Type.WEBAUTHN: SignInChange.PASSKEY_REMOVED,
}


@receiver(user_logged_in, dispatch_uid="identity.signed_in")
def note_sign_in(request: HttpRequest, user: Account, **_told: Any) -> None:
    """Somebody came in."""
    records = get_authentication_records(request, user)
    last = records[-1] if records else {"method": SignInMethod.DEMO}
    how = str(last.get("type") or last["method"])
    now = clock.now()
    device = device_words(request.headers.get("User-Agent", ""))
    request.session[OPENED] = {"at": now.isoformat(), "how": how, "device": device}
    record_sign_in(account_id=user.pk, how=how, success=True, at=now)


@receiver(user_login_failed, dispatch_uid="identity.sign_in_failed")
def note_wrong_password(credentials: dict[str, Any], **_told: Any) -> None:
    """Somebody tried a name that exists, with a wrong password or while locked out."""
    account = account_named(str(credentials.get("username", "")))
    if account:
        record_sign_in(
            account_id=account.pk, how=SignInMethod.PASSWORD, success=False, at=clock.now()
        )


@receiver(authenticator_used, dispatch_uid="identity.second_factor_shown")
def note_second_factor(request: HttpRequest, authenticator: Authenticator, **_told: Any) -> None:
    """The second factor was shown in a session under way, which gets another key."""
    if request.user.is_authenticated:
        request.session.cycle_key()
        record_sign_in(
            account_id=authenticator.user_id, how=authenticator.type, success=True, at=clock.now()
        )


@receiver(authenticator_added, dispatch_uid="identity.second_factor_added")
def note_new_second_factor(
    request: HttpRequest, user: Account, authenticator: Authenticator, **_told: Any
) -> None:
    """Making a second factor shows it: nobody is asked for it again at once."""
    if what := ADDED.get(authenticator.type):
        note_sign_in_change(account_id=user.pk, what=what, at=clock.now())
        record_authentication(
            request, user, "mfa", id=authenticator.pk, type=authenticator.type, reauthenticated=True
        )
        request.session.cycle_key()


@receiver(authentication_failed, dispatch_uid="identity.second_factor_failed")
def note_wrong_code(
    request: HttpRequest, user: Account, authenticator: Authenticator, **_told: Any
) -> None:
    """Somebody who knew the password showed a wrong code, or one that its holder had used already."""
    now = clock.now()
    if is_spent(authenticator, request.POST.get("code", "")):
        note_sign_in_change(account_id=user.pk, what=SignInChange.CODE_TRIED_AGAIN, at=now)
    record_sign_in(account_id=user.pk, how=SignInMethod.ONE_TIME_CODE, success=False, at=now)


@receiver(authenticator_removed, dispatch_uid="identity.second_factor_removed")
def note_lost_second_factor(user: Account, authenticator: Authenticator, **_told: Any) -> None:
    """A second factor was taken off; recovery codes go with the last one and are not told apart."""
    if what := REMOVED.get(authenticator.type):
        note_sign_in_change(account_id=user.pk, what=what, at=clock.now())


@receiver(authenticator_reset, dispatch_uid="identity.recovery_codes_made")
def note_new_recovery_codes(user: Account, **_told: Any) -> None:
    """Recovery codes were made anew: the former ones are void."""
    note_sign_in_change(account_id=user.pk, what=SignInChange.RECOVERY_CODES, at=clock.now())


@receiver([password_changed, password_set, password_reset], dispatch_uid="identity.new_password")
def note_new_password(request: HttpRequest, user: Account, **_told: Any) -> None:
    """A password was set, by whichever way."""
    note_sign_in_change(account_id=user.pk, what=SignInChange.PASSWORD, at=clock.now())
