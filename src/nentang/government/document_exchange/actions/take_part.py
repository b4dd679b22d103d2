"""Take the next part of a large file that another installation sends ahead."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from nentang.foundation.documents.public import FileTooLarge
from nentang.government.document_exchange.adapters import incoming
from nentang.government.document_exchange.errors import (
    AttachmentWrong,
    MessageTooLarge,
    PartOutOfPlace,
)
from nentang.government.document_exchange.models import Installation, Upload

LARGEST_PART = 4 * 1024 * 1024
MOST_UNFINISHED = 50  # files of one installation at a time
FORGOTTEN_AFTER = timedelta(days=14)
DEFAULT_LIMIT = 10 * 1024 * 1024


def part_received(*, installation: Installation, sha256: str, size: int, at: datetime) -> int:
    """How many bytes of that file are here."""
    upload = Upload.objects.filter(installation=installation, sha256=sha256).first()
    return min(upload.received, size) if upload else 0


def take_part(
    *,
    installation: Installation,
    sha256: str,
    size: int,
    offset: int,
    content: bytes,
    at: datetime,
) -> int:
    """How many bytes are here now. PartOutOfPlace says where to go on; AttachmentWrong begins anew.

    No audit: no document comes by this, only bytes that a signed message may name later.
    """
    _check_size(size, content)
    with transaction.atomic():
        upload = _upload(installation, sha256, size, at)
        if upload.finished_at is not None:
            return upload.size
        if offset != upload.received or offset + len(content) > size:
            raise PartOutOfPlace(received=upload.received)
        incoming.add_part(upload.pk, offset, content)
        upload.received = offset + len(content)
        is_whole = upload.received == upload.size
        if is_whole and incoming.digest_of(upload.pk) == sha256:
            upload.finished_at = at
        elif is_whole:
            upload.received = 0
        upload.save(update_fields=["received", "finished_at"])
    if is_whole and upload.finished_at is None:
        raise AttachmentWrong(name=sha256[:12])
    return upload.received


def _check_size(size: int, content: bytes) -> None:
    limit = getattr(settings, "DOCUMENTS_MAX_BYTES", DEFAULT_LIMIT)
    if not 0 < size <= limit:
        raise FileTooLarge(limit=limit // 1024**2)
    if not 0 < len(content) <= LARGEST_PART:
        raise MessageTooLarge(most=LARGEST_PART // 1024**2)


def _upload(installation: Installation, sha256: str, size: int, at: datetime) -> Upload:
    known = Upload.objects.select_for_update().filter(installation=installation, sha256=sha256)
    upload = known.first()
    if upload is not None and upload.size == size:
        return upload
    if upload is not None:
        incoming.remove(upload.pk)
        upload.delete()
    _forget_old(installation, at)
    unfinished = Upload.objects.filter(installation=installation, finished_at=None)
    if unfinished.count() >= MOST_UNFINISHED:
        raise MessageTooLarge(most=LARGEST_PART // 1024**2)
    return Upload.objects.create(installation=installation, sha256=sha256, size=size, begun_at=at)


def _forget_old(installation: Installation, at: datetime) -> None:
    """What was begun two weeks ago: sent on and stored long since, or given up."""
    old = Upload.objects.filter(installation=installation, begun_at__lt=at - FORGOTTEN_AFTER)
    for upload in old:
        incoming.remove(upload.pk)
        upload.delete()
