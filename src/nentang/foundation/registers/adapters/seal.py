"""Signatures of the installation over evidence: ECDSA with SHA-256 over P-256, base64."""

import base64
import binascii

from nentang.foundation.documents.public import installation_key

KEY = "registers/evidence"


def sign(text: bytes) -> str:
    """The signature over those bytes."""
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 - heavy
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 - heavy

    return base64.b64encode(installation_key(KEY).sign(text, ec.ECDSA(hashes.SHA256()))).decode()


def is_signed(text: bytes, signature: str) -> bool:
    """Whether the installation signed those bytes."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - heavy
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 - heavy
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 - heavy

    try:
        installation_key(KEY).public_key().verify(
            base64.b64decode(signature, validate=True), text, ec.ECDSA(hashes.SHA256())
        )
    except (InvalidSignature, binascii.Error):
        return False
    return True
