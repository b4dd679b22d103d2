"""Open a file to read it."""

from datetime import datetime
from typing import BinaryIO

from django.db import transaction

from nentang.agreements.actor import Actor, ActorKind
from nentang.foundation.audit.public import record_look
from nentang.foundation.documents.adapters import shelf
from nentang.foundation.documents.errors import FileNotFound
from nentang.foundation.documents.models import FILES_LAW, StoredFile
from nentang.foundation.documents.permissions import check_can_open, is_own
from nentang.kernel.frozen import Frozen

PURPOSE = "giải quyết hồ sơ"


class OpenedFile(Frozen):
    """A file and its content; the reader closes it."""

    file: StoredFile
    content: BinaryIO


@transaction.atomic
def open_file(
    *,
    file_id: int,
    actor: Actor,
    at: datetime,
    purpose: str = PURPOSE,
    legal_basis: str = FILES_LAW,
) -> OpenedFile:
    """The content to be read; a look at another person's file is written down with its purpose.

    FileNotFound where there is none, or the actor may not open it.
    """
    file = StoredFile.objects.filter(pk=file_id).first()
    if file is None:
        raise FileNotFound
    check_can_open(actor, file)
    if file.owner_person_id and not is_own(actor, file) and actor.kind != ActorKind.SYSTEM:
        record_look(
            actor=actor,
            subject=f"file:{file.pk}",
            person_id=file.owner_person_id,
            fields=("content",),
            purpose=purpose,
            legal_basis=legal_basis,
            at=at,
        )
    return OpenedFile(file, shelf.take(file.sha256))
