"""Take content from the disk that no row names any more."""

from datetime import datetime, timedelta

from django.db import transaction

from nentang.foundation.documents.adapters import shelf
from nentang.foundation.documents.adapters.content_lock import be_alone_with
from nentang.foundation.documents.models import Discarded, StoredFile

LEFT_FOR = timedelta(days=1)
"""A backup under way has copied the rows before it copies the files: it still finds them."""


def clear_shelf(*, at: datetime) -> int:
    """How many files left the disk, of those whose rows went a day ago; what was given again stays.

    Killed in between, the next run goes on: the note goes last. No audit: the rows' going was written down.
    """
    waiting = Discarded.objects.filter(discarded_at__lte=at - LEFT_FOR).order_by("pk")
    return sum(_clear(sha256) for sha256 in list(waiting.values_list("sha256", flat=True)))


@transaction.atomic
def _clear(sha256: str) -> bool:
    be_alone_with(sha256)
    is_kept = StoredFile.objects.filter(sha256=sha256).exists()
    if not is_kept:
        shelf.remove(sha256)
    Discarded.objects.filter(sha256=sha256).delete()
    return not is_kept
