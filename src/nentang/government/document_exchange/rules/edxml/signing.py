"""Signs a message: one reference over the whole of it, enveloped, exclusive canonicalisation, SHA-256.

The message is written in canonical form already (`markup`), so its digest is that of its bytes; and so is
the block that is signed. That costs one signature and nothing else. What is written here is read back by
xmlsec, `xmlsec1` and signxml in the tests.
"""

import base64
import hashlib
from typing import TYPE_CHECKING

from nentang.kernel.frozen import Frozen

from .write import Unsigned

if TYPE_CHECKING:  # heavy
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

DSIG = "http://www.w3.org/2000/09/xmldsig#"
EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"
ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature"
RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_OPEN = f'<ds:SignedInfo xmlns:ds="{DSIG}">'.encode()
_INFO = (
    f'<ds:CanonicalizationMethod Algorithm="{EXCLUSIVE}"></ds:CanonicalizationMethod>'
    f'<ds:SignatureMethod Algorithm="{RSA_SHA256}"></ds:SignatureMethod>'
    '<ds:Reference URI=""><ds:Transforms>'
    f'<ds:Transform Algorithm="{ENVELOPED}"></ds:Transform>'
    f'<ds:Transform Algorithm="{EXCLUSIVE}"></ds:Transform>'
    f'</ds:Transforms><ds:DigestMethod Algorithm="{SHA256}"></ds:DigestMethod>'
    "<ds:DigestValue>%s</ds:DigestValue></ds:Reference></ds:SignedInfo>"
).encode()


class SigningKey(Frozen):
    """A private key, and its certificate as it stands in signatures (DER in base64)."""

    key: "RSAPrivateKey"
    certificate: bytes


def sign(message: Unsigned, key: SigningKey) -> bytes:
    """The whole message with its signature, ready to go."""
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15  # noqa: PLC0415 - heavy
    from cryptography.hazmat.primitives.hashes import SHA256 as DIGEST  # noqa: PLC0415 - heavy

    digest = hashlib.sha256(message.before + message.after).digest()
    info = _INFO % base64.b64encode(digest)
    value = base64.b64encode(key.key.sign(_OPEN + info, PKCS1v15(), DIGEST()))
    return b"".join(
        (
            DECLARATION,
            message.before,
            f'<ds:Signature xmlns:ds="{DSIG}"><ds:SignedInfo>'.encode(),
            info,
            b"<ds:SignatureValue>",
            value,
            b"</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>",
            key.certificate,
            b"</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>",
            message.after,
        )
    )


def message_id(signed: bytes) -> str:
    """What a message is called on its way: the SHA-256 of its bytes. The same again has the same name."""
    return hashlib.sha256(signed).hexdigest()
