"""A certificate authority of the exchange: certificates for nodes and systems, and for stamping in tests and demo."""

from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from nentang.kernel.frozen import Frozen

from .keys import PrivateKey, PublicKey

YEARS = 10
SKEW = timedelta(minutes=5)


class Authority(Frozen):
    """Its own certificate, and the key with which it signs others."""

    certificate: x509.Certificate
    key: PrivateKey


def new_authority(name: str, *, at: datetime) -> Authority:
    """A root that signs itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=True,
        crl_sign=True,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        _builder(subject, subject, key.public_key(), at, at + timedelta(days=365 * YEARS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    return Authority(certificate, key)


def issue_certificate(
    authority: Authority, name: str, public: PublicKey, *, at: datetime, until: datetime
) -> x509.Certificate:
    """A certificate for TLS on both sides and for signing."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    both = [ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.SERVER_AUTH]
    return (
        _builder(subject, authority.certificate.subject, public, at, until)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage(both), critical=False)
        .sign(_signing(authority), hashes.SHA256())
    )


def issue_stamping_certificate(
    authority: Authority, name: str, public: PublicKey, *, at: datetime, until: datetime
) -> x509.Certificate:
    """A certificate that may stamp time and nothing else (RFC 3161, 2.3)."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    return (
        _builder(subject, authority.certificate.subject, public, at, until)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .sign(_signing(authority), hashes.SHA256())
    )


def new_key() -> Ed25519PrivateKey:
    """A fresh key of the kind that is recommended."""
    return Ed25519PrivateKey.generate()


def pem_of(certificate: x509.Certificate) -> bytes:
    """As files hold it."""
    return certificate.public_bytes(Encoding.PEM)


def key_pem_of(key: PrivateKey) -> bytes:
    """As a file of mode 0600 holds it."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def public_pem_of(key: PublicKey) -> bytes:
    """As files hold it."""
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def write_secret(file: Path, data: bytes) -> None:
    """A file that only its owner may read, from its first moment."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    file.touch(mode=0o600)
    file.write_bytes(data)


def _signing(authority: Authority) -> ec.EllipticCurvePrivateKey:
    key = authority.key
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise TypeError("an authority of the exchange signs with P-256")
    return key


def _builder(
    subject: x509.Name, issuer: x509.Name, public: PublicKey, at: datetime, until: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - SKEW)
        .not_valid_after(until)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
    )
