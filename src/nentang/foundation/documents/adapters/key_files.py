"""Private keys of the installation as files: P-256, encrypted (PKCS #8), readable by their owner alone.

The passphrase is derived from the installation's secret; whoever loses the secret loses the keys.
"""

import os
import secrets
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

PrivateKey = ec.EllipticCurvePrivateKey


def new_key() -> PrivateKey:
    """A fresh P-256 key."""
    return ec.generate_private_key(ec.SECP256R1())


def named_key(name: str) -> PrivateKey:
    """The key kept under that name (`notifications/push`), made at first use."""
    path = Path(settings.KEYS_FOLDER) / f"{name}.pem"
    if not path.exists():
        write_once(path, encrypted(new_key()))
    return read_key(path, settings.SECRET_KEY)


@lru_cache(maxsize=256)
def read_key(path: Path, secret: str) -> PrivateKey:
    """The key in a file; ValueError where the secret is another than when it was written."""
    key = serialization.load_pem_private_key(path.read_bytes(), _passphrase(secret))
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise TypeError(f"{path.name} holds no P-256 key")
    return key


def encrypted(key: PrivateKey) -> bytes:
    """The key as PEM under the installation's passphrase."""
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(_passphrase(settings.SECRET_KEY)),
    )


def write_once(path: Path, content: bytes) -> None:
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


def _passphrase(secret: str) -> bytes:
    derive = HKDF(hashes.SHA256(), 32, salt=None, info=b"nentang.documents.key-files")
    return derive.derive(secret.encode()).hex().encode()
