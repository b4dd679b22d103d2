"""Take a file and keep it."""

import io
from datetime import datetime
from typing import Any, BinaryIO

from django.conf import settings
from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.documents.adapters import shelf
from nentang.foundation.documents.adapters.content_lock import keep_in_place
from nentang.foundation.documents.adapters.scanner import scanner
from nentang.foundation.documents.errors import FileTypeRefused
from nentang.foundation.documents.models import StoredFile
from nentang.foundation.documents.permissions import check_has_room
from nentang.foundation.documents.rules.filenames import safe_filename
from nentang.foundation.documents.rules.media_types import (
    MEDIA_TYPES,
    WORD_TYPES,
    MediaType,
    recognise,
)

DEFAULT_LIMIT = 10 * 1024 * 1024
CARRIED = (*MEDIA_TYPES, *WORD_TYPES)


@transaction.atomic
def store_file(
    *,
    content: bytes | BinaryIO,
    filename: str,
    actor: Actor,
    at: datetime,
    owner_person_id: int | None = None,
    organization_id: int | None = None,
    subject: str = "",
    is_carried: bool = False,
) -> StoredFile:
    """The file as kept; its owner is the actor's person (or their principal) unless another is named.

    FileTypeRefused, FileTooLarge, FileEmpty, FileInfected, ScannerUnavailable, TooMuchToday: nothing
    is kept then, in the base; the shelf is cleared of it later.
    What another body sent (`is_carried`) may also be a word file, which is only ever downloaded.
    `subject` is the matter it belongs to, for instance `dossier:12`; see `link_file`.
    """
    source = io.BytesIO(content) if isinstance(content, bytes) else content
    file = StoredFile(
        **_shelved(source, safe_filename(filename), CARRIED if is_carried else MEDIA_TYPES),
        subject=subject,
        owner_person_id=owner_person_id or actor.subject_person_id,
        organization_id=organization_id,
        stored_by_account_id=actor.account_id,
        stored_at=at,
    )
    check_has_room(actor, file.size, at)
    file.save()
    record(
        actor=actor,
        action="documents.store_file",
        subject=f"file:{file.pk}",
        organization_id=organization_id,
        person_id=file.owner_person_id,
        at=at,
    )
    return file


def _shelved(source: BinaryIO, filename: str, known: tuple[MediaType, ...]) -> dict[str, Any]:
    """Receive, recognise, scan and shelve; what is known of the content afterwards."""
    limit = getattr(settings, "DOCUMENTS_MAX_BYTES", DEFAULT_LIMIT)
    received = shelf.receive(source, limit=limit)
    try:
        media_type = recognise(received.head, received.tail, received.size, filename, known)
        if media_type is None:
            raise FileTypeRefused
        scanned = scanner().scan(received.path)
        keep_in_place(received.sha256)
        shelf.shelve(received)
    finally:
        shelf.discard(received)
    return {
        "sha256": received.sha256,
        "size": received.size,
        "media_type": media_type.name,
        "filename": filename,
        "scan": scanned,
    }
