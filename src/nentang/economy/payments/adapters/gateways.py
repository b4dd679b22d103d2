"""The gateway in use and the key under its messages, from the settings."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from nentang.economy.payments.rules.signatures import SharedKey, TheirKey, Verifier

from .bank import Bank
from .gateway import Gateway


def gateway() -> Gateway:
    """The bank that BANK_URL names."""
    return Bank(base_url=settings.BANK_URL, key=SharedKey(settings.BANK_KEY.encode()))


def verifier() -> Verifier:
    """Ed25519 where BANK_PUBLIC_KEY holds the bank's public key (PEM), else the shared key."""
    if not settings.BANK_PUBLIC_KEY:
        return SharedKey(settings.BANK_KEY.encode())
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - heavy
        Ed25519PublicKey,
    )
    from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415 - heavy
        load_pem_public_key,
    )

    key = load_pem_public_key(settings.BANK_PUBLIC_KEY.encode())
    if not isinstance(key, Ed25519PublicKey):
        raise ImproperlyConfigured("NENTANG_BANK_PUBLIC_KEY must be an Ed25519 key in PEM")
    return TheirKey(key)
