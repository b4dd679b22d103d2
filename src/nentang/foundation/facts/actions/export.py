"""Export facts to Parquet."""

from collections import defaultdict
from datetime import date, datetime
from pathlib import Path

from django.conf import settings

from nentang.foundation.audit.public import FollowedQuerySet, Position
from nentang.foundation.facts.adapters.layout import part_path
from nentang.foundation.facts.adapters.parquet import write_facts
from nentang.foundation.facts.models import Export, Fact

BATCH = 50_000


def export(*, at: datetime, folder: Path | None = None, limit: int = BATCH) -> int:
    """Write the facts recorded since the last time; how many.

    The end of a batch is kept before its first file is written. After a crash at any step, or
    beside another export, the same batch is written into the same files.
    """
    _adopt_restored()
    total = 0
    while batch := _next_batch(limit):
        progress, facts = batch
        _write(facts, progress.number + 1, folder or settings.FACTS_FOLDER)
        _advance(progress)
        total += len(facts)
    return total


def _progress() -> Export:
    return Export.objects.get_or_create(pk=1)[0]


def _adopt_restored() -> None:
    """Carry on at the same place after a restore; a half-written batch is begun again."""
    progress = _progress()
    done = Position(progress.done_txid, progress.done_id)
    adopted = Fact.objects.adopt_restored(done)
    if adopted != done:
        progress.done_txid, progress.done_id = adopted
        progress.end_txid = progress.end_id = None
        progress.save()


def _next_batch(limit: int) -> tuple[Export, list[Fact]] | None:
    """The batch whose end is kept, one that a crash has left half-written or the next."""
    progress = _progress()
    while progress.end_txid is None:
        end = list(_after(progress)[:limit].values_list("txid", "id"))[-1:]
        if not end:
            return None
        free = Export.objects.filter(number=progress.number, end_txid=None)
        free.update(end_txid=end[0][0], end_id=end[0][1])
        progress.refresh_from_db()
    end_of_batch = Position(progress.end_txid or 0, progress.end_id or 0)
    return progress, list(_after(progress).up_to(end_of_batch))


def _after(progress: Export) -> FollowedQuerySet[Fact]:
    return Fact.objects.settled_after(Position(progress.done_txid, progress.done_id))


def _write(batch: list[Fact], number: int, folder: Path) -> None:
    files: dict[tuple[str, date], list[Fact]] = defaultdict(list)
    for fact in batch:
        files[fact.kind, fact.day.replace(day=1)].append(fact)
    for (kind, month), facts in files.items():
        write_facts(part_path(folder, kind, month, (number, number)), facts)


def _advance(progress: Export) -> None:
    Export.objects.filter(number=progress.number).update(
        number=progress.number + 1,
        done_txid=progress.end_txid,
        done_id=progress.end_id,
        end_txid=None,
        end_id=None,
    )
