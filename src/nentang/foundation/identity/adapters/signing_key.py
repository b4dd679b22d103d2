"""The key that signs OpenID Connect tokens, in one encrypted file."""

import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

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

    sealed = form.BestAvailableEncryption(_passphrases()[0])
    key = rsa.generate_private_key(65537, 2048)
    return key.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, sealed)


@lru_cache(maxsize=2)
def _read(path: Path, _changed: int) -> str:
    from cryptography.hazmat.primitives import serialization as form  # noqa: PLC0415 - heavy
    from cryptography.hazmat.primitives.asymmetric import rsa  # noqa: PLC0415 - heavy

    key = _loaded(path)
    assert isinstance(key, rsa.RSAPrivateKey)  # noqa: S101 - allauth signs RS256 only
    plain = key.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, form.NoEncryption())
    return plain.decode()


def encrypt_key_anew() -> bool:
    """The same key under the secret of today; False where there is none."""
    from cryptography.hazmat.primitives import serialization as form  # noqa: PLC0415 - heavy

    path: Path = settings.OIDC_KEY_FILE
    if not path.exists():
        return False
    sealed = form.BestAvailableEncryption(_passphrases()[0])
    draft = path.with_suffix(f".{os.getpid()}")
    draft.touch(mode=0o600)
    content = _loaded(path).private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, sealed)
    draft.write_bytes(content)
    draft.replace(path)
    return True


def _loaded(path: Path) -> Any:
    """The key in the file; ValueError where neither this secret nor a former one opens it."""
    from cryptography.hazmat.primitives import serialization as form  # noqa: PLC0415 - heavy

    content, passphrases = path.read_bytes(), _passphrases()
    for passphrase in passphrases[:-1]:
        with suppress(ValueError):
            return form.load_pem_private_key(content, password=passphrase)
    return form.load_pem_private_key(content, password=passphrases[-1])


def _passphrases() -> list[bytes]:
    from .sealing import derived_keys  # noqa: PLC0415 - heavy

    return [key.hex().encode() for key in derived_keys("oidc.key")]
