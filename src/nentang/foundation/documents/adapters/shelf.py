"""Files on the disk under the hash of their content: `ab/cd/<sha256>`, never changed, never half there."""

import hashlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from nentang.foundation.documents.errors import FileEmpty, FileTooLarge
from nentang.foundation.documents.rules.media_types import HEAD_BYTES, TAIL_BYTES
from nentang.kernel.frozen import Frozen

CHUNK_BYTES = 256 * 1024


class Received(Frozen):
    """A file that has arrived whole beside the shelf, not yet on it."""

    path: Path
    sha256: str
    size: int
    head: bytes
    tail: bytes


def receive(source: BinaryIO, *, limit: int) -> Received:
    """The source written to a temporary file; FileEmpty, FileTooLarge (nothing stays behind)."""
    incoming = Path(settings.DOCUMENTS_FOLDER) / "incoming"
    incoming.mkdir(parents=True, exist_ok=True)
    path = incoming / secrets.token_hex(16)
    try:
        return _write(source, path, limit)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _write(source: BinaryIO, path: Path, limit: int) -> Received:
    digest, size, head, tail = hashlib.sha256(), 0, b"", b""
    with path.open("xb") as target:
        while chunk := source.read(CHUNK_BYTES):
            size += len(chunk)
            if size > limit:
                raise FileTooLarge(limit=limit // 1024**2)
            digest.update(chunk)
            head = head or chunk[:HEAD_BYTES]
            tail = (tail + chunk)[-TAIL_BYTES:]
            target.write(chunk)
        target.flush()
        _sync(target.fileno())
    if not size:
        raise FileEmpty
    return Received(path, digest.hexdigest(), size, head, tail)


def shelve(received: Received) -> None:
    """Put the file in its place for good; a second copy of the same content is dropped."""
    place = place_of(received.sha256)
    place.parent.mkdir(parents=True, exist_ok=True)
    received.path.chmod(0o440)
    received.path.replace(place)
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        _sync(folder)
    finally:
        os.close(folder)


def _sync(descriptor: int) -> None:
    if settings.DOCUMENTS_SYNCED:
        os.fsync(descriptor)


def discard(received: Received) -> None:
    """Drop what was received and not taken."""
    received.path.unlink(missing_ok=True)


def place_of(sha256: str) -> Path:
    """Where content with that hash stands."""
    return Path(settings.DOCUMENTS_FOLDER) / sha256[:2] / sha256[2:4] / sha256


def take(sha256: str) -> BinaryIO:
    """The content, to be read; FileNotFoundError where somebody removed it."""
    return place_of(sha256).open("rb")


def remove(sha256: str) -> None:
    """Take the content off the shelf for good; nothing happens where it is gone."""
    place_of(sha256).unlink(missing_ok=True)


def altered(hashes: Iterator[str]) -> Iterator[str]:
    """Those hashes whose content is gone or no longer has that hash."""
    return (sha256 for sha256 in hashes if _hash_of(place_of(sha256)) != sha256)


def _hash_of(path: Path) -> str:
    try:
        with path.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except FileNotFoundError:
        return ""
