"""The network's own keys: the authority that issues certificates, and the key that signs snapshots.

Made when first needed, under NENTANG_VAR, encrypted with the installation's secret.
"""

from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)
from django.conf import settings

from nentang.government.data_sharing.node.authority import (
    Authority,
    new_authority,
    new_key,
    pem_of,
    public_pem_of,
    write_secret,
)
from nentang.government.data_sharing.node.keys import PrivateKey

NAME = "Mạng kết nối, chia sẻ dữ liệu"


def authority(*, at: datetime) -> Authority:
    """The authority that issues certificates."""
    certificate, key = _folder() / "ca.pem", _folder() / "ca.key"
    if not key.exists():
        made = new_authority(NAME, at=at)
        certificate.parent.mkdir(parents=True, exist_ok=True)
        certificate.write_bytes(pem_of(made.certificate))
        _keep(key, made.key)
    loaded = _load(key)
    if not isinstance(loaded, EllipticCurvePrivateKey):
        raise TypeError(f"{key}: not the authority's key")
    return Authority(x509.load_pem_x509_certificate(certificate.read_bytes()), loaded)


def snapshot_key() -> Ed25519PrivateKey:
    """The key that signs what nodes are told; its public half stands beside it for them."""
    file = _folder() / "snapshot.key"
    if not file.exists():
        made = new_key()
        _keep(file, made)
        file.with_suffix(".pub.pem").write_bytes(public_pem_of(made.public_key()))
    loaded = _load(file)
    if not isinstance(loaded, Ed25519PrivateKey):
        raise TypeError(f"{file}: not the snapshot's key")
    return loaded


def snapshot_file() -> Path:
    """Where nodes of this machine find it."""
    return settings.EXCHANGE_FOLDER / "snapshot"


def _folder() -> Path:
    folder: Path = settings.EXCHANGE_FOLDER / "keys"
    return folder


def _keep(file: Path, key: PrivateKey) -> None:
    secret = BestAvailableEncryption(settings.SECRET_KEY.encode())
    write_secret(file, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, secret))


def _load(file: Path) -> object:
    return load_pem_private_key(file.read_bytes(), settings.SECRET_KEY.encode())
