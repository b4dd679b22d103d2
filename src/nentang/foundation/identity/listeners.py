"""Notes of signing in: what Django and allauth tell, kept for the person to see."""

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authentication_failed, authenticator_added, authenticator_used
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from nentang.kernel import clock

from .actions import record_sign_in
from .enums import SignInMethod
from .models import Account
from .queries import account_named


@receiver(user_logged_in, dispatch_uid="identity.signed_in")
def note_sign_in(request: HttpRequest, user: Account, **_told: Any) -> None:
    """Somebody came in."""
    records = get_authentication_records(request, user)
    last = records[-1] if records else {"method": SignInMethod.DEMO}
    how = str(last.get("type") or last["method"])
    record_sign_in(account_id=user.pk, how=how, success=True, at=clock.now())


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
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        record_authentication(
            request, user, "mfa", id=authenticator.pk, type=authenticator.type, reauthenticated=True
        )
        request.session.cycle_key()


@receiver(authentication_failed, dispatch_uid="identity.second_factor_failed")
def note_wrong_code(user: Account, **_told: Any) -> None:
    """Somebody who knew the password showed a wrong code."""
    record_sign_in(
        account_id=user.pk, how=SignInMethod.ONE_TIME_CODE, success=False, at=clock.now()
    )
