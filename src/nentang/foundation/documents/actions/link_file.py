"""Tie a file to the matter it belongs to."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.documents.errors import FileInUse, FileNotFound
from nentang.foundation.documents.models import StoredFile
from nentang.foundation.documents.permissions import check_can_open


@transaction.atomic
def link_file(
    *,
    file_id: int,
    subject: str,
    organization_id: int | None,
    actor: Actor,
    at: datetime,
    owner_person_id: int | None = None,
) -> StoredFile:
    """The file, from now on part of `subject`: who may open that matter may open the file.

    It is the named person's from now on: what an officer scanned at a counter is the applicant's.
    FileNotFound where there is none or the actor may not open it, FileInUse where it is part of another.
    """
    file = StoredFile.objects.select_for_update().filter(pk=file_id).first()
    if file is None:
        raise FileNotFound
    check_can_open(actor, file)
    if file.subject not in ("", subject):
        raise FileInUse
    file.subject = subject
    file.organization_id = organization_id
    file.owner_person_id = owner_person_id or file.owner_person_id
    file.save(update_fields=["subject", "organization", "owner_person"])
    record(
        actor=actor,
        action="documents.link_file",
        subject=f"file:{file.pk}",
        organization_id=organization_id,
        person_id=file.owner_person_id,
        at=at,
        details={"linked_to": subject},
    )
    return file
