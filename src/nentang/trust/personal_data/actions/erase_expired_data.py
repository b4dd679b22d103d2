"""Erase what the law no longer lets us keep, batch by batch."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.documents.public import clear_shelf, drop_unnamed_files, release_files
from nentang.foundation.facts.public import record_fact
from nentang.kernel.clock import legal_day
from nentang.trust.personal_data.adapters.erasing import Chore, chores_on, due_rows, erase
from nentang.trust.personal_data.indicators import ERASED
from nentang.trust.personal_data.models import RetentionRun

BATCH = 500
FILES = "documents.StoredFile:unnamed"


def erase_expired_data(*, at: datetime, batch: int = BATCH) -> RetentionRun:
    """The run with its counts, all that was due at that instant erased.

    Each batch is one transaction with its count, audit and fact: a run that was killed is gone on with,
    and a second run finds nothing. Audit and facts themselves are never touched.
    """
    run = _begin(at)
    for chore in chores_on(legal_day(at)):
        for _erased in _batches(run, chore, at, batch):
            pass
    _drop_files(run, at)
    run.ended_at = at
    run.save(update_fields=["ended_at"])
    return run


def _begin(at: datetime) -> RetentionRun:
    interrupted = RetentionRun.objects.filter(ended_at=None).order_by("-pk").first()
    return interrupted or RetentionRun.objects.create(begun_at=at)


def _batches(run: RetentionRun, chore: Chore, at: datetime, batch: int) -> Iterator[int]:
    last = 0
    while True:
        due = due_rows(chore, at=at, day=legal_day(at)).filter(pk__gt=last).order_by("pk")
        ids = list(due.values_list("pk", flat=True)[:batch])
        if not ids:
            return
        last = ids[-1]
        yield _erase_batch(run, chore, ids, at)


@transaction.atomic
def _erase_batch(run: RetentionRun, chore: Chore, ids: list[int], at: datetime) -> int:
    """What is due is asked once more by the statement itself: a hold may have come meanwhile."""
    rows = due_rows(chore, at=at, day=legal_day(at)).filter(pk__in=ids)
    erased, files = erase(chore, rows, at=at)
    if files:
        release_files(file_ids=files, at=at)
    if erased:
        _write_down(run, chore.what, erased, at, first=ids[0], last=ids[-1])
    return erased


def _drop_files(run: RetentionRun, at: datetime) -> None:
    last = _drop_batch(run, at, 0)
    while last:
        last = _drop_batch(run, at, last)
    clear_shelf(at=at)


@transaction.atomic
def _drop_batch(run: RetentionRun, at: datetime, last: int) -> int:
    dropped, behind = drop_unnamed_files(at=at, after_id=last)
    if dropped:
        _write_down(run, FILES, dropped, at, first=last, last=behind)
    return behind


def _write_down(
    run: RetentionRun, what: str, count: int, at: datetime, *, first: int, last: int
) -> None:
    kept = RetentionRun.objects.select_for_update().get(pk=run.pk)
    kept.counts[what] = kept.counts.get(what, 0) + count
    kept.save(update_fields=["counts"])
    run.counts = kept.counts
    record(
        actor=SYSTEM,
        action="personal_data.erase_expired_data",
        subject=f"retention:{run.pk}",
        details={"what": what, "count": count, "first": first, "last": last},
        at=at,
    )
    record_fact(ERASED, at=at, organization_id=None, unit_code="", what=what[:80], count=count)
