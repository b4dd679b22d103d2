"""Requests between installations beside messages: files in parts, directories, proofs. Each is signed."""

import base64
import binascii
import hashlib

PATIENCE_FOR_CLOCKS = 300  # seconds that two clocks may differ


def signed_bytes(method: str, path: str, timestamp: str, body: bytes) -> bytes:
    """What the signature of a request covers."""
    digest = hashlib.sha256(body).hexdigest()
    return f"{method.upper()}\n{path}\n{timestamp}\n{digest}".encode()


def is_signed_by(der: bytes, signature: str, content: bytes) -> bool:
    """Whether the key of that certificate made the signature (RSA, PKCS #1 v1.5, SHA-256; base64)."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - heavy
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15  # noqa: PLC0415 - heavy
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey  # noqa: PLC0415 - heavy
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415 - heavy
    from cryptography.x509 import load_der_x509_certificate  # noqa: PLC0415 - heavy

    key = load_der_x509_certificate(der).public_key()
    if not isinstance(key, RSAPublicKey):
        return False
    try:
        key.verify(base64.b64decode(signature, validate=True), content, PKCS1v15(), SHA256())
    except (InvalidSignature, binascii.Error, ValueError):
        return False
    return True
