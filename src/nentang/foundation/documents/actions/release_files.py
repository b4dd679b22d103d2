"""Let go of files whose matter was erased."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.documents.queries import nothing_names


@transaction.atomic
def release_files(*, file_ids: Collection[int], at: datetime) -> int:
    """How many of the files belong to no matter any more; those that something names stay as they are."""
    released = nothing_names().filter(pk__in=file_ids).exclude(subject="").update(subject="")
    if released:
        record(
            actor=SYSTEM,
            action="documents.release_files",
            subject="files:unnamed",
            details={"count": released},
            at=at,
        )
    return released
