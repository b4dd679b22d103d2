"""Read the photographs that wait; the command runs while no transaction is open."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q
from msgspec.structs import asdict

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.documents.adapters import shelf
from nentang.foundation.documents.adapters.text_reader import TextReader, text_reader
from nentang.foundation.documents.enums import ReadingState
from nentang.foundation.documents.errors import TextUnreadable
from nentang.foundation.documents.models import TextReading
from nentang.foundation.documents.rules.read_text import TextLine

BATCH, TRIES, AGAIN = 3, 3, timedelta(minutes=2)


def read_texts(*, at: datetime) -> int:
    """How many were read or given up; one whose worker was killed is tried again, three times at the most."""
    reader = text_reader()
    if reader is None:
        return 0
    waiting = TextReading.objects.filter(state=ReadingState.ASKED).select_related("file")
    due = waiting.filter(Q(tried_at=None) | Q(tried_at__lte=at - AGAIN)).order_by("pk")
    return sum(_read(reading, reader, at) for reading in due[:BATCH])


def _read(reading: TextReading, reader: TextReader, at: datetime) -> bool:
    mine = TextReading.objects.filter(pk=reading.pk, tried_at=reading.tried_at)
    if not mine.update(tried_at=at, tries=F("tries") + 1):
        return False  # another worker was faster
    lines: Sequence[TextLine] = ()
    state = ReadingState.FAILED
    if reading.tries < TRIES:
        try:
            with shelf.take(reading.file.sha256) as content:
                lines = reader.read(content.read(), reading.file.media_type)
            state = ReadingState.READ
        except (TextUnreadable, FileNotFoundError):
            lines = ()
    _keep(reading, state, lines, at)
    return True


@transaction.atomic
def _keep(
    reading: TextReading, state: ReadingState, lines: Sequence[TextLine], at: datetime
) -> None:
    reading.state, reading.lines = state, [asdict(each) for each in lines]
    reading.save(update_fields=["state", "lines"])
    record(
        actor=SYSTEM,
        action="documents.read_texts",
        subject=f"file:{reading.file_id}",
        person_id=reading.file.owner_person_id,
        details={"state": str(state), "lines": len(lines)},
        at=at,
    )
