"""Give a paper that was handed in before for another matter."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor, ActorKind
from nentang.foundation.audit.public import record
from nentang.foundation.documents.adapters.content_lock import keep_in_place
from nentang.foundation.documents.errors import FileNotFound
from nentang.foundation.documents.models import StoredFile
from nentang.foundation.documents.permissions import is_own


@transaction.atomic
def copy_file(*, file_id: int, actor: Actor, at: datetime) -> StoredFile:
    """A new file of the same content, part of no matter yet. FileNotFound for anybody else's.

    The platform itself copies for the owner, from one matter to the next.
    """
    kept = StoredFile.objects.filter(pk=file_id).first()
    if kept is None or not (actor.kind is ActorKind.SYSTEM or is_own(actor, kept)):
        raise FileNotFound
    keep_in_place(kept.sha256)
    if not StoredFile.objects.filter(pk=kept.pk).exists():
        raise FileNotFound
    copy = StoredFile.objects.create(
        sha256=kept.sha256,
        size=kept.size,
        media_type=kept.media_type,
        filename=kept.filename,
        scan=kept.scan,
        owner_person_id=kept.owner_person_id,
        stored_by_account_id=actor.account_id,
        stored_at=at,
    )
    record(
        actor=actor,
        action="documents.copy_file",
        subject=f"file:{copy.pk}",
        person_id=copy.owner_person_id,
        at=at,
    )
    return copy
