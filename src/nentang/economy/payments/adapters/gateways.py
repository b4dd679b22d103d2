"""The gateways in use and their keys, from the settings."""

from datetime import datetime

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from nentang.economy.payments.enums import TREASURY
from nentang.economy.payments.errors import GatewayUnknown
from nentang.economy.payments.rules.terms import REST_OF_A_GATEWAY
from nentang.kernel.signatures import SharedKey, TheirKey, Verifier

from .bank import Bank
from .card import Card
from .gateway import Gateway, StatementSource
from .line import Line
from .treasury import Treasury

_resting_until: dict[str, datetime] = {}  # gateways that did not answer this process


def gateways() -> tuple[Gateway, ...]:
    """All that are in use; the first is the one to pay through unless the payer chooses."""
    key = SharedKey(settings.BANK_KEY.encode())
    bank: Gateway = Bank(Line(settings.BANK_URL, key), _verifier())
    if not settings.CARD_URL:
        return (bank,)
    return (bank, Card(Line(settings.CARD_URL, SharedKey(settings.CARD_KEY.encode()))))


def gateway_named(name: str) -> Gateway:
    """The gateway of that name; GatewayUnknown."""
    found = next((each for each in gateways() if each.name == name), None)
    if found is None:
        raise GatewayUnknown
    return found


def gateways_to_try(name: str, *, at: datetime) -> list[Gateway]:
    """The one chosen, then the others; those that just did not answer come last."""
    chosen = gateway_named(name)
    others = [each for each in gateways() if each.name != name]
    return sorted([chosen, *others], key=lambda each: _rests(each, at))


def let_rest(gateway: Gateway, *, at: datetime) -> None:
    """It did not answer: others are tried first for a while."""
    _resting_until[gateway.name] = at + REST_OF_A_GATEWAY


def _rests(gateway: Gateway, at: datetime) -> bool:
    return at < _resting_until.get(gateway.name, at)


def statement_sources() -> dict[str, StatementSource]:
    """Who sends statements: every gateway and the treasury, by name."""
    sources: dict[str, StatementSource] = {each.name: each for each in gateways()}
    if settings.TREASURY_URL:
        key = SharedKey(settings.TREASURY_KEY.encode())
        sources[TREASURY] = Treasury(Line(settings.TREASURY_URL, key))
    return sources


def _verifier() -> Verifier:
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
