"""Ask for the text of a photograph; the worker reads it."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.documents.adapters.text_reader import text_reader
from nentang.foundation.documents.errors import FileNotFound, NoTextReader
from nentang.foundation.documents.models import StoredFile, TextReading
from nentang.foundation.documents.permissions import check_can_open
from nentang.foundation.documents.rules.read_text import READABLE


@transaction.atomic
def ask_for_text(*, file_id: int, purpose: str, actor: Actor, at: datetime) -> TextReading:
    """The reading, to be done; the same one where it was asked for before. FileNotFound, NoTextReader."""
    file = StoredFile.objects.filter(pk=file_id).first()
    if file is None:
        raise FileNotFound
    check_can_open(actor, file)
    if text_reader() is None or file.media_type not in READABLE:
        raise NoTextReader
    reading, is_new = TextReading.objects.get_or_create(
        file=file,
        defaults={
            "purpose": purpose[:80],
            "asked_by_account_id": actor.account_id,
            "asked_at": at,
        },
    )
    if is_new:
        record(
            actor=actor,
            action="documents.ask_for_text",
            subject=f"file:{file.pk}",
            person_id=file.owner_person_id,
            at=at,
        )
    return reading
