"""Take in a file of any length, from the disk of this machine; go on where it broke off."""

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path

from django.db import transaction

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.audit.public import record as write_down
from nentang.foundation.documents.public import safe_filename
from nentang.foundation.registers.adapters.table_file import rows_of, survey, write_refused
from nentang.foundation.registers.enums import RunState
from nentang.foundation.registers.errors import RegisterNotFound
from nentang.foundation.registers.models import ImportFault, ImportRun
from nentang.foundation.registers.permissions import check_may_keep
from nentang.foundation.registers.registry import Intake, Refusal, intake_of, register_named
from nentang.foundation.registers.rules.tables import Row
from nentang.kernel.frozen import Frozen

from ._faults import note_faults
from ._lines import take_rows_of

AT_ONCE = 2000
Progress = Callable[[int, int], None]


class FileTaken(Frozen):
    """What became of a file: rows in all, those that an earlier run had taken in, and those refused.

    `begun_at` is when the first run of it began.
    """

    rows: int
    before: int
    refused: int
    begun_at: datetime


def take_in_file(
    *,
    register: str,
    file: Path,
    report: Path,
    organization_id: int,
    actor: Actor,
    at: datetime,
    progress: Progress = lambda read, total: None,
) -> FileTaken:
    """What became of its rows; two thousand are kept at once, each once only, however often the file is given.

    Where a run of the same file broke off this one goes on, and what was refused before is tried again.
    Refused rows go into `report`, which is there only if there are any. `progress` hears how many rows
    were read, of how many. Raises RegisterNotFound, NotYourRegister, and FileUnreadable before anything is kept.
    """
    kind = register_named(register)
    check_may_keep(actor, kind, organization_id)
    intake = intake_of(kind)
    if intake is None:
        raise RegisterNotFound
    digest, total = survey(intake, file)
    run = _begin(register, file.name, digest, total, organization_id, actor, at)
    before = run.done - run.failed
    for first, rows in _parts(intake, file):
        _take(intake, run.pk, first, rows, at)
        progress(first + len(rows), total)
    run.refresh_from_db()
    _report(intake, run, file, report)
    return FileTaken(total, before, run.failed, run.started_at)


def try_file(
    *,
    register: str,
    file: Path,
    report: Path,
    organization_id: int,
    actor: Actor,
    at: datetime,
    progress: Progress = lambda read, total: None,
) -> FileTaken:
    """What would become of its rows; nothing is kept but the report."""
    with transaction.atomic():
        taken = take_in_file(
            register=register,
            file=file,
            report=report,
            organization_id=organization_id,
            actor=actor,
            at=at,
            progress=progress,
        )
        transaction.set_rollback(True)
    return taken


@transaction.atomic
def _begin(
    register: str,
    filename: str,
    digest: str,
    total: int,
    organization_id: int,
    actor: Actor,
    at: datetime,
) -> ImportRun:
    run, _is_new = ImportRun.objects.get_or_create(
        register=register,
        organization_id=organization_id,
        digest=digest,
        defaults={
            "filename": safe_filename(filename)[:120],
            "content": b"",
            "started_by_id": actor.account_id,
            "started_at": at,
            "total": total,
        },
    )
    write_down(
        actor=actor,
        action="registers.take_in_file",
        subject=f"import:{run.pk}",
        organization_id=organization_id,
        at=at,
        details={"rows": total, "done": run.done, "sha256": digest[:32]},
    )
    return run


def _parts(intake: Intake, file: Path) -> Iterator[tuple[int, list[Row]]]:
    """Rows that are taken in at once, each time with the place of the first."""
    with file.open("rb") as content:
        rows, first = rows_of(intake, content), 0
        while some := list(islice(rows, AT_ONCE)):
            yield first, some
            first += len(some)


@transaction.atomic
def _take(intake: Intake, run_id: int, first: int, rows: list[Row], at: datetime) -> None:
    """Those that nobody has read yet, and those that were refused."""
    run = ImportRun.objects.select_for_update().get(pk=run_id)
    known = max(run.done - first, 0)
    again = _faults(run, rows[:known])
    due = [*(row for row in rows[:known] if row.line in again), *rows[known:]]
    if not due:
        return
    refused = take_rows_of(
        intake=intake,
        rows=due,
        source=str(run.pk),
        organization_id=run.organization_id,
        actor=SYSTEM,
        at=at,
    )
    ImportFault.objects.filter(run=run, line__in=again).delete()
    note_faults(run, refused)
    run.done = max(run.done, first + len(rows))
    run.failed += len(refused) - len(again)
    if run.done == run.total:
        run.state, run.ended_at = RunState.DONE, at
    run.save()


def _faults(run: ImportRun, rows: list[Row]) -> dict[int, Refusal]:
    """Why rows among those were refused, by line."""
    if not rows:
        return {}
    found = ImportFault.objects.filter(run=run, line__range=(rows[0].line, rows[-1].line))
    return {each.line: Refusal(each.line, each.code, each.sentence, each.column) for each in found}


def _report(intake: Intake, run: ImportRun, file: Path, report: Path) -> None:
    if not run.failed:
        report.unlink(missing_ok=True)
        return
    columns = [column.name for column in intake.columns]
    write_refused(report, columns, _refused(intake, run, file))


def _refused(intake: Intake, run: ImportRun, file: Path) -> Iterator[tuple[Row, Refusal]]:
    for _first, rows in _parts(intake, file):
        why = _faults(run, rows)
        yield from ((row, why[row.line]) for row in rows if row.line in why)
