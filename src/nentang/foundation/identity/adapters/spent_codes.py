"""Whether a refused code is one that somebody has used up."""

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache


def is_spent(authenticator: Authenticator, code: str) -> bool:
    """Whether the code was shown, and taken, within the half minute for which it is right."""
    if authenticator.type != Authenticator.Type.TOTP:
        return False
    return cache.get(TOTP(authenticator)._get_used_cache_key(code)) is not None
