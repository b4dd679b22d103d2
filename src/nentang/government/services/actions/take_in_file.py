"""Take in a file of old dossiers, batch by batch."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.services.adapters.old_files import digest_of, rows_of
from nentang.government.services.queries import Past
from nentang.government.services.rules.old_dossiers import OldDossier, read_old_dossier
from nentang.government.services.rules.old_faults import Fault
from nentang.kernel.clock import legal_day

from .take_in_old_dossiers import TakenIn, take_in_old_dossiers

BATCH = 2000

_Batch = tuple[list[OldDossier], list[Fault], int]


def take_in_file(
    *,
    file: Path,
    actor: Actor,
    at: datetime,
    progress: Callable[[int], None],
    batch_rows: int = BATCH,
) -> TakenIn:
    """What became of all its rows. Each batch is kept by itself: a run that was cut off goes on when repeated.

    `progress` hears how many rows were read.
    """
    today = legal_day(at)
    past, digest = Past(today), digest_of(file)
    added, known, faults, read = 0, 0, list[Fault](), 0
    for batch, wrong, count in _read_ahead(_batches(file, today, batch_rows)):
        taken = (
            take_in_old_dossiers(batch=batch, digest=digest, past=past, actor=actor, at=at)
            if batch
            else TakenIn(0, 0, [])
        )
        added, known, read = added + taken.added, known + taken.known, read + count
        faults += [*wrong, *taken.faults]
        progress(read)
    return TakenIn(added, known, faults)


def try_file(*, file: Path, actor: Actor, at: datetime, progress: Callable[[int], None]) -> TakenIn:
    """What would become of all its rows; nothing is kept."""
    with transaction.atomic():
        taken = take_in_file(file=file, actor=actor, at=at, progress=progress)
        transaction.set_rollback(True)
    return taken


def _read_ahead(batches: Iterator[_Batch]) -> Iterator[_Batch]:
    """Each batch, while the next is being read: reading would wait for the database otherwise."""
    with ThreadPoolExecutor(1) as reader:
        coming = reader.submit(next, batches, None)
        while batch := coming.result():
            coming = reader.submit(next, batches, None)
            yield batch


def _batches(file: Path, today: date, size: int) -> Iterator[_Batch]:
    """Rows that could be read, what is wrong with the others, and how many rows it were."""
    rows = rows_of(file)
    while chunk := list(islice(rows, size)):
        read = [read_old_dossier(row, values, today=today) for row, values in chunk]
        good = [each for each in read if isinstance(each, OldDossier)]
        wrong = [fault for each in read if isinstance(each, list) for fault in each]
        yield good, wrong, len(chunk)
