"""The installation's own certificate authority and the key files of its organisations and signing officers.

Every key stands with its certificate in one file (see `key_files`). The authority is made at first
use. Certificates are valid from 2019 on, so that papers of the years before an installation began (moved in
from paper, or played in a demo) can carry the instant at which they were issued.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.conf import settings

from nentang.kernel.frozen import Frozen

from .key_files import PrivateKey, encrypted, new_key, read_key, write_once
from .party import SigningParty

VALID_FROM = datetime(2019, 1, 1, tzinfo=UTC)
VALID_TO = datetime(2039, 1, 1, tzinfo=UTC)
AUTHORITY_NAME = "Nền Tảng: cơ quan chứng thực của hệ thống này"


class Credential(Frozen):
    """A key with its certificate."""

    key: PrivateKey
    certificate: x509.Certificate


def authority() -> Credential:
    """The authority of this installation, made at first use."""
    return _kept(_folder() / "authority.pem", _new_authority)


def credential_of(party: SigningParty) -> Credential:
    """The party's key and certificate, made at first use."""
    path = _folder() / party.folder / f"{party.id}.pem"
    return _kept(path, lambda: _new_credential(party))


def certificate_for(party: SigningParty, public_key: ec.EllipticCurvePublicKey) -> x509.Certificate:
    """A certificate by the authority for the party's key, wherever that key is kept."""
    issuer = authority()
    return (
        _certificate(_party_name(party), issuer.certificate.subject, public_key)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_documents=True), critical=True)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.key.public_key()),
            critical=False,
        )
        .sign(issuer.key, hashes.SHA256())
    )


def _new_authority() -> Credential:
    key = new_key()
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.COMMON_NAME, AUTHORITY_NAME),
        ]
    )
    certificate = (
        _certificate(name, name, key.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_documents=False), critical=True)
        .sign(key, hashes.SHA256())
    )
    return Credential(key, certificate)


def _new_credential(party: SigningParty) -> Credential:
    key = new_key()
    return Credential(key, certificate_for(party, key.public_key()))


def _certificate(
    subject: x509.Name, issuer: x509.Name, public_key: ec.EllipticCurvePublicKey
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(VALID_FROM)
        .not_valid_after(VALID_TO)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
    )


def _party_name(party: SigningParty) -> x509.Name:
    """The name in a certificate, cut to what fits."""
    parts = [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
        x509.NameAttribute(NameOID.COMMON_NAME, _cut(party.name)),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, _cut(party.employer or party.name)),
    ]
    if party.code:
        parts.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, _cut(party.code)))
    return x509.Name(parts)


def _cut(name: str) -> str:
    """At most 64 bytes, whole letters: X.520 gives 64 letters, the library counts bytes."""
    return name.encode()[:64].decode(errors="ignore").rstrip()


def _usage(*, signs_documents: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signs_documents,
        content_commitment=signs_documents,
        key_cert_sign=not signs_documents,
        crl_sign=not signs_documents,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _folder() -> Path:
    return Path(settings.KEYS_FOLDER) / "documents"


def _kept(path: Path, make: Callable[[], Credential]) -> Credential:
    """The credential in a file: the encrypted key with its certificate under it."""
    if not path.exists():
        made = make()
        pem = made.certificate.public_bytes(serialization.Encoding.PEM)
        write_once(path, encrypted(made.key) + pem)
    return _read(path, settings.SECRET_KEY)


@lru_cache(maxsize=256)
def _read(path: Path, secret: str) -> Credential:
    certificate = x509.load_pem_x509_certificate(path.read_bytes())
    return Credential(read_key(path, secret), certificate)
