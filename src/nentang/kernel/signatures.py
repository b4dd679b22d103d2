"""Signatures over `timestamp.body`: who sent this, when, and that nobody changed it.

The key decides the algorithm, never the message: with an Ed25519 key an HMAC is refused.
"""

import base64
import binascii
import hashlib
import hmac
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from nentang.kernel.frozen import Frozen

if TYPE_CHECKING:  # heavy
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )

SKEW = timedelta(minutes=5)


class Verifier(Protocol):
    """Knows whether a signature was made over these bytes by the other side."""

    def made(self, signature: str, payload: bytes) -> bool:
        """Whether the signature fits."""


class SharedKey(Frozen):
    """HMAC-SHA256 with a secret that both sides hold: `hmac-sha256=<hexadecimal>`."""

    secret: bytes

    def sign(self, payload: bytes) -> str:
        """The header's value."""
        return "hmac-sha256=" + hmac.new(self.secret, payload, hashlib.sha256).hexdigest()

    def made(self, signature: str, payload: bytes) -> bool:
        """Whether the signature fits, compared in constant time."""
        return hmac.compare_digest(self.sign(payload).encode(), signature.encode())


class OwnKey(Frozen):
    """Ed25519 as the sender signs: `ed25519=<base64>`."""

    key: "Ed25519PrivateKey"

    def sign(self, payload: bytes) -> str:
        """The header's value."""
        return "ed25519=" + base64.b64encode(self.key.sign(payload)).decode()


class TheirKey(Frozen):
    """Ed25519 as the receiver checks."""

    key: "Ed25519PublicKey"

    def made(self, signature: str, payload: bytes) -> bool:
        """Whether the signature fits."""
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - heavy

        algorithm, _, text = signature.partition("=")
        try:
            self.key.verify(base64.b64decode(text, validate=True), payload)
        except (InvalidSignature, binascii.Error, ValueError):
            return False
        return algorithm == "ed25519"


def payload_of(timestamp: str, body: bytes) -> bytes:
    """The bytes under the signature."""
    return timestamp.encode() + b"." + body


def is_fresh(timestamp: str, at: datetime) -> bool:
    """Whether the Unix seconds lie within five minutes of `at`, on either side."""
    if not (timestamp.isascii() and timestamp.isdecimal() and len(timestamp) <= 12):
        return False
    return abs(at.timestamp() - int(timestamp)) <= SKEW.total_seconds()
