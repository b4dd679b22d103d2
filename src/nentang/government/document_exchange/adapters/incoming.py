"""Files on their way in, written part after part beside the documents."""

import hashlib
import os
from pathlib import Path
from typing import BinaryIO

from django.conf import settings


def place_of(upload_id: int) -> Path:
    """Where the parts of an upload stand."""
    folder = Path(settings.DOCUMENTS_FOLDER) / "incoming" / "exchange"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / str(upload_id)


def add_part(upload_id: int, offset: int, content: bytes) -> None:
    """The part at its place, on the disk before this returns; what stood after `offset` is gone."""
    with place_of(upload_id).open("ab") as file:
        file.truncate(offset)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def size_of(upload_id: int) -> int:
    """Bytes that are there."""
    place = place_of(upload_id)
    return place.stat().st_size if place.exists() else 0


def digest_of(upload_id: int) -> str:
    """SHA-256 of what is there."""
    with place_of(upload_id).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read(upload_id: int) -> BinaryIO:
    """The content; the reader closes it."""
    return place_of(upload_id).open("rb")


def remove(upload_id: int) -> None:
    """Take it away; nothing happens where it is gone."""
    place_of(upload_id).unlink(missing_ok=True)
