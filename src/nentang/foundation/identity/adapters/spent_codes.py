"""Whether a refused code is one that somebody has used up."""

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import validate_totp_code
from allauth.mfa.utils import decrypt


def is_spent(authenticator: Authenticator, code: str) -> bool:
    """Whether a code that was refused is right for this minute, so that it was shown before."""
    if authenticator.type != Authenticator.Type.TOTP:
        return False
    return bool(validate_totp_code(decrypt(authenticator.data["secret"]), code))
