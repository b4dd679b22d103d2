"""Export facts to Parquet."""

from collections import defaultdict
from datetime import date, datetime
from pathlib import Path

from django.conf import settings

from nentang.foundation.audit.public import Position
from nentang.foundation.facts.adapters.layout import part_path
from nentang.foundation.facts.adapters.parquet import write_facts
from nentang.foundation.facts.models import Export, Fact

BATCH = 50_000


def export(*, at: datetime, folder: Path | None = None, limit: int = BATCH) -> int:
    """Write the facts recorded since the last time; how many.

    The end of the batch is kept before the first file is written, so that a crash at any step ends
    in the same files: the batch is written again under the same names. Called by one worker at a
    time (job `facts.export`).
    """
    progress, _ = Export.objects.get_or_create(pk=1)
    _adopt_restored(progress)
    total = 0
    while batch := _next_batch(progress, limit):
        _write(batch, progress.number + 1, folder or settings.FACTS_FOLDER)
        _advance(progress)
        total += len(batch)
    return total


def _adopt_restored(progress: Export) -> None:
    """Carry on at the same place after a restore; a half-written batch is begun again."""
    done = Position(progress.done_txid, progress.done_id)
    adopted = Fact.objects.adopt_restored(done)
    if adopted != done:
        progress.done_txid, progress.done_id = adopted
        progress.end_txid = progress.end_id = None
        progress.save()


def _next_batch(progress: Export, limit: int) -> list[Fact]:
    """The batch that a crash has left half-written, else the next."""
    rows = Fact.objects.settled_after(Position(progress.done_txid, progress.done_id))
    if progress.end_txid is not None:
        return list(rows.up_to(Position(progress.end_txid, progress.end_id or 0)))
    batch = list(rows[:limit])
    if batch:
        progress.end_txid, progress.end_id = batch[-1].txid, batch[-1].pk
        progress.save(update_fields=["end_txid", "end_id"])
    return batch


def _write(batch: list[Fact], number: int, folder: Path) -> None:
    files: dict[tuple[str, date], list[Fact]] = defaultdict(list)
    for fact in batch:
        files[fact.kind, fact.day.replace(day=1)].append(fact)
    for (kind, month), facts in files.items():
        write_facts(part_path(folder, kind, month, (number, number)), facts)


def _advance(progress: Export) -> None:
    progress.number += 1
    progress.done_txid, progress.done_id = progress.end_txid or 0, progress.end_id or 0
    progress.end_txid = progress.end_id = None
    progress.save()
