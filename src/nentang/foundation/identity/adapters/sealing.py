"""Secrets derived from the installation's secret, one for each purpose."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

SUBJECTS = "oidc.subject"


def derived_key(purpose: str, length: int = 32) -> bytes:
    """A key for that purpose alone."""
    return derived_keys(purpose, length)[0]


def derived_keys(purpose: str, length: int = 32) -> list[bytes]:
    """The key for that purpose under the secret of today, then under former ones."""
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return [_derived(secret, purpose, length) for secret in secrets]


def _derived(secret: str, purpose: str, length: int) -> bytes:
    derive = HKDF(algorithm=SHA256(), length=length, salt=None, info=purpose.encode())
    return derive.derive(secret.encode())


def seal(text: str, purpose: str) -> str:
    """The text encrypted; every time another result."""
    return Fernet(urlsafe_b64encode(derived_key(purpose))).encrypt(text.encode()).decode()


def unseal(sealed: str, purpose: str) -> str:
    """The text that was sealed, under a former secret too; InvalidToken where it was not sealed here."""
    keys = [Fernet(urlsafe_b64encode(key)) for key in derived_keys(purpose)]
    return MultiFernet(keys).decrypt(sealed.encode()).decode()


def keep_subject_key() -> bool:
    """Keep the key of subjects under the secret of today, so that programs know people again; once."""
    path = _subject_file()
    oldest = derived_keys(SUBJECTS, 64)[-1]
    kept = _subject_key() if path.exists() else oldest
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    draft.touch(mode=0o600)
    draft.write_text(seal(kept.hex(), SUBJECTS))
    draft.replace(path)
    return True


def _subject_key() -> bytes:
    path = _subject_file()
    if path.exists():
        return bytes.fromhex(unseal(path.read_text(), SUBJECTS))
    return derived_keys(SUBJECTS, 64)[-1]


def _subject_file() -> Path:
    return Path(settings.KEYS_FOLDER) / "subjects.key"


def pairwise_subject(account_id: int, client_id: str) -> str:
    """A name for the account that only this client knows and nobody can link to another's.

    AES-SIV is deterministic and reversible, so the name needs no table (OpenID Connect Core 8.1).
    """
    hidden = AESSIV(_subject_key()).encrypt(account_id.to_bytes(8, "big"), [client_id.encode()])
    return urlsafe_b64encode(hidden).decode().rstrip("=")


def account_behind(subject: str, client_id: str) -> int | None:
    """The account that this client knows by that name, if it is one of ours."""
    try:
        hidden = urlsafe_b64decode(subject + "=" * (-len(subject) % 4))
        plain = AESSIV(_subject_key()).decrypt(hidden, [client_id.encode()])
    except (InvalidTag, ValueError):
        return None
    return int.from_bytes(plain, "big")
