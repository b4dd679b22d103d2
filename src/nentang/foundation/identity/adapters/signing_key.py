"""The key that signs OpenID Connect tokens, in one encrypted file."""

import os
from functools import lru_cache
from pathlib import Path

from django.conf import settings


def signing_key_pem() -> str | None:
    """The key, readable, for signing in memory; None where none was made yet."""
    path: Path = settings.OIDC_KEY_FILE
    return _read(path, path.stat().st_mtime_ns) if path.exists() else None


def make_signing_key() -> bool:
    """Write a new key that only this user may read; False where there is one.

    Two processes may try at once: the file appears complete or not at all, and the first wins.
    """
    path: Path = settings.OIDC_KEY_FILE
    if path.exists():
        return False
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_bytes(_new_key())
    try:
        os.link(draft, path)
    except FileExistsError:
        return False
    finally:
        draft.unlink()
    return True


def _new_key() -> bytes:
    from cryptography.hazmat.primitives import serialization as form  # noqa: PLC0415 - heavy
    from cryptography.hazmat.primitives.asymmetric import rsa  # noqa: PLC0415 - heavy

    sealed = form.BestAvailableEncryption(_passphrase())
    key = rsa.generate_private_key(65537, 2048)
    return key.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, sealed)


@lru_cache(maxsize=2)
def _read(path: Path, _changed: int) -> str:
    from cryptography.hazmat.primitives import serialization as form  # noqa: PLC0415 - heavy
    from cryptography.hazmat.primitives.asymmetric import rsa  # noqa: PLC0415 - heavy

    key = form.load_pem_private_key(path.read_bytes(), password=_passphrase())
    assert isinstance(key, rsa.RSAPrivateKey)  # noqa: S101 - allauth signs RS256 only
    plain = key.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, form.NoEncryption())
    return plain.decode()


def _passphrase() -> bytes:
    from .sealing import derived_key  # noqa: PLC0415 - heavy

    return derived_key("oidc.key").hex().encode()
