"""Drop files that nothing names: uploads nobody handed in, papers of dossiers let go of."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.documents.models import Discarded, StoredFile
from nentang.foundation.documents.queries import unnamed_files
from nentang.foundation.documents.registry import rows_that_go_with_files

BATCH = 200


@transaction.atomic
def drop_unnamed_files(*, at: datetime, after_id: int = 0) -> tuple[int, int]:
    """How many rows went, of a batch behind `after_id`, and the last number looked at (0: no more).

    Their content is written down for `clear_shelf`, which takes it from the disk once nobody keeps it.
    """
    found = unnamed_files(at).filter(pk__gt=after_id).order_by("pk")
    looked_at = list(found.values_list("pk", flat=True)[:BATCH])
    list(StoredFile.objects.select_for_update().filter(pk__in=looked_at))
    going = list(unnamed_files(at, among=looked_at).values_list("pk", "sha256"))
    ids = [pk for pk, _sha256 in going]
    if ids:
        for model, field in rows_that_go_with_files():
            model._base_manager.filter(**{f"{field}__in": ids}).delete()
        StoredFile.objects.filter(pk__in=ids).delete()
        content = {sha256 for _pk, sha256 in going}
        waiting = [Discarded(sha256=each, discarded_at=at) for each in sorted(content)]
        Discarded.objects.bulk_create(waiting, ignore_conflicts=True)
        record(
            actor=SYSTEM,
            action="documents.drop_unnamed_files",
            subject="files:unnamed",
            details={"count": len(ids), "first": ids[0], "last": ids[-1]},
            at=at,
        )
    return len(ids), looked_at[-1] if len(looked_at) == BATCH else 0
