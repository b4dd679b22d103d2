"""Secrets derived from the installation's secret, one for each purpose."""

from base64 import urlsafe_b64decode, urlsafe_b64encode

from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def derived_key(purpose: str, length: int = 32) -> bytes:
    """A key for that purpose alone."""
    derive = HKDF(algorithm=SHA256(), length=length, salt=None, info=purpose.encode())
    return derive.derive(settings.SECRET_KEY.encode())


def seal(text: str, purpose: str) -> str:
    """The text encrypted; every time another result."""
    return Fernet(urlsafe_b64encode(derived_key(purpose))).encrypt(text.encode()).decode()


def unseal(sealed: str, purpose: str) -> str:
    """The text that was sealed; InvalidToken where it was not sealed here."""
    return Fernet(urlsafe_b64encode(derived_key(purpose))).decrypt(sealed.encode()).decode()


def pairwise_subject(account_id: int, client_id: str) -> str:
    """A name for the account that only this client knows and nobody can link to another's.

    AES-SIV is deterministic and reversible, so the name needs no table (OpenID Connect Core 8.1).
    """
    hidden = AESSIV(derived_key("oidc.subject", 64)).encrypt(
        account_id.to_bytes(8, "big"), [client_id.encode()]
    )
    return urlsafe_b64encode(hidden).decode().rstrip("=")


def account_behind(subject: str, client_id: str) -> int | None:
    """The account that this client knows by that name, if it is one of ours."""
    try:
        hidden = urlsafe_b64decode(subject + "=" * (-len(subject) % 4))
        plain = AESSIV(derived_key("oidc.subject", 64)).decrypt(hidden, [client_id.encode()])
    except (InvalidTag, ValueError):
        return None
    return int.from_bytes(plain, "big")
