"""The RSA key with which this installation signs for its bodies, and its certificate, in one file.

The key is encrypted under a passphrase that follows from the installation's secret; whoever loses the secret
makes a new key and hands its certificate to the others.
"""

import base64
import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from django.conf import settings

from nentang.government.document_exchange.rules.edxml.signing import SigningKey
from nentang.kernel.frozen import Frozen

BITS = 2048
VALID_FROM = datetime(2019, 1, 1, tzinfo=UTC)
VALID_TO = datetime(2039, 1, 1, tzinfo=UTC)


class OwnCredential(Frozen):
    """The key as messages are signed with it, and the certificate as others are given it."""

    signing: SigningKey
    der: bytes
    pem: str

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the certificate."""
        return hashlib.sha256(self.der).hexdigest()


def own_credential() -> OwnCredential:
    """The installation's key and certificate, made at first use."""
    path = Path(settings.KEYS_FOLDER) / "document_exchange" / "installation.pem"
    if not path.exists():
        _write_once(path, new_credential())
    return _read(path, settings.SECRET_KEY)


def sign_bytes(content: bytes) -> str:
    """A signature of this installation over plain bytes, in base64."""
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15  # noqa: PLC0415 - heavy

    key = own_credential().signing.key
    return base64.b64encode(key.sign(content, PKCS1v15(), hashes.SHA256())).decode()


@lru_cache(maxsize=8)
def _read(path: Path, secret: str) -> OwnCredential:
    pem = path.read_bytes()
    key = serialization.load_pem_private_key(pem, _passphrase(secret))
    if not isinstance(key, rsa.RSAPrivateKey):
        raise TypeError(f"{path.name} holds no RSA key")
    certificate = x509.load_pem_x509_certificate(pem)
    der = certificate.public_bytes(serialization.Encoding.DER)
    return OwnCredential(
        SigningKey(key, base64.b64encode(der)),
        der,
        certificate.public_bytes(serialization.Encoding.PEM).decode(),
    )


def new_credential() -> bytes:
    """A key, encrypted, and its certificate behind it (PEM)."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.COMMON_NAME, "Nền Tảng: trục liên thông văn bản"),
            x509.NameAttribute(NameOID.SERIAL_NUMBER, secrets.token_hex(8)),
        ]
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(VALID_FROM)
        .not_valid_after(VALID_TO)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(_passphrase(settings.SECRET_KEY)),
    ) + certificate.public_bytes(serialization.Encoding.PEM)


def _passphrase(secret: str) -> bytes:
    return (
        hmac.new(secret.encode(), b"document_exchange.own_key", hashlib.sha256).hexdigest().encode()
    )


def _write_once(path: Path, content: bytes) -> None:
    """Write the file unless another process was earlier: what that one wrote is then what counts."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{secrets.token_hex(8)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
        target.write(content)
        target.flush()
        os.fsync(target.fileno())
    try:
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()
