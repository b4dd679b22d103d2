"""Tie files to an entry."""

from collections.abc import Sequence
from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import link_file
from nentang.measure.small_registers.errors import TooManyFiles
from nentang.measure.small_registers.models import Entry, EntryFile

MOST_FILES = 10
PREFIX = "register_entry"


def attach(
    entry: Entry,
    file_ids: Sequence[int],
    title: str,
    *,
    actor: Actor,
    at: datetime,
    owner_person_id: int | None = None,
) -> None:
    """Each file once; TooManyFiles, FileNotFound, FileInUse. Inside a transaction."""
    held = set(entry.files.values_list("file_id", flat=True))
    new = [each for each in dict.fromkeys(file_ids) if each not in held]
    if len(held) + len(new) > MOST_FILES:
        raise TooManyFiles(most=MOST_FILES)
    for file_id in new:
        file = link_file(
            file_id=file_id,
            subject=f"{PREFIX}:{entry.pk}",
            organization_id=entry.organization_id,
            owner_person_id=owner_person_id,
            actor=actor,
            at=at,
        )
        EntryFile.objects.create(
            entry=entry, file=file, title=(title or file.filename)[:200], attached_at=at
        )
