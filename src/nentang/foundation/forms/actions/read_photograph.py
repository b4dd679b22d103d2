"""Have a photograph read that helps to fill in a draft."""

from datetime import datetime
from typing import BinaryIO
from uuid import UUID

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import TextReading, ask_for_text, store_file
from nentang.foundation.forms.queries import draft_of
from nentang.foundation.forms.queries.readings import purpose_of


@transaction.atomic
def read_photograph(
    *, draft_id: UUID, content: BinaryIO, filename: str, actor: Actor, at: datetime
) -> TextReading:
    """What is being read; the photograph belongs to nothing, and goes after the days of unnamed files.

    DraftNotFound, NoTextReader, and what keeping a file refuses.
    """
    draft = draft_of(draft_id, actor=actor)
    file = store_file(content=content, filename=filename, actor=actor, at=at)
    return ask_for_text(file_id=file.pk, purpose=purpose_of(draft), actor=actor, at=at)
