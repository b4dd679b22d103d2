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

END_OF_KEY = b"-----END ENCRYPTED PRIVATE KEY-----"
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
    """The key in a file; ValueError where neither the secret nor a former one opens it."""
    content, candidates = path.read_bytes(), (secret, *settings.SECRET_KEY_FALLBACKS)
    for candidate in candidates[:-1]:
        with suppress(ValueError):
            return _p256(content, candidate, path.name)
    return _p256(content, candidates[-1], path.name)


def _p256(content: bytes, secret: str, name: str) -> PrivateKey:
    key = serialization.load_pem_private_key(content, _passphrase(secret))
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise TypeError(f"{name} holds no P-256 key")
    return key


def encrypted(key: PrivateKey) -> bytes:
    """The key as PEM under the installation's passphrase."""
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(_passphrase(settings.SECRET_KEY)),
    )


def encrypt_anew() -> int:
    """How many key files were encrypted under the secret of today; what stands below a key stays."""
    folder = Path(settings.KEYS_FOLDER)
    paths = [*folder.glob("documents/*.pem"), *folder.glob("notifications/*.pem")]
    for path in paths:
        _key, end, below = path.read_bytes().partition(END_OF_KEY)
        if not end:
            continue
        draft = path.with_name(f".{secrets.token_hex(8)}")
        draft.touch(mode=0o600)
        draft.write_bytes(encrypted(read_key(path, settings.SECRET_KEY)) + below.lstrip(b"\n"))
        draft.replace(path)
    return len(paths)


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
