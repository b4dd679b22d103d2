"""Take in the next rows of an import."""

from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError, transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.outbox.public import publish
from nentang.foundation.registers.enums import BasisKind, RunState
from nentang.foundation.registers.events import RowsTaken
from nentang.foundation.registers.models import ImportFault, ImportRun
from nentang.foundation.registers.registry import Column, Intake, intake_of, register_named
from nentang.foundation.registers.rules.tables import Row
from nentang.kernel.errors import DomainError, Invalid

from ._write import Basis
from .start_import import rows_of_run

AT_ONCE = 200


@transaction.atomic
def take_rows(*, run_id: int, done: int, at: datetime) -> ImportRun:
    """The import, up to two hundred rows further: each row is entered or says why not.

    Called again with the same `done` it changes nothing.
    """
    run = ImportRun.objects.select_for_update().get(pk=run_id)
    intake = intake_of(register_named(run.register))
    if run.done != done or run.state != RunState.RUNNING or intake is None:
        return run
    rows = rows_of_run(run)[done : done + AT_ONCE]
    faults = [fault for row in rows if (fault := _take(run, intake, row, at))]
    ImportFault.objects.bulk_create(faults)
    run.done += len(rows)
    run.failed += len(faults)
    if run.done >= run.total:
        run.state, run.ended_at, run.content = RunState.DONE, at, b""
    else:
        publish(RowsTaken(run.pk, run.done), at=at, key=f"import:{run.pk}")
    run.save()
    return run


def _take(run: ImportRun, intake: Intake, row: Row, at: datetime) -> ImportFault | None:
    """None where the row was entered; what is wrong with it otherwise."""
    column = ""
    try:
        values = {}
        for each in intake.columns:
            column = each.name
            values[each.name] = _read(each, row.cells)
        column = ""
        with transaction.atomic():
            intake.take_in(
                values=values,
                basis=Basis(BasisKind.IMPORT, f"{run.pk}/{row.line}"),
                organization_id=run.organization_id,
                actor=SYSTEM,
                at=at,
            )
    except DomainError as refused:
        return _fault(run, row, column, refused.code, refused.sentence)
    except ValueError:
        return _fault(run, row, column, "registers.cell_unreadable", "Không đọc được ô này.")
    except IntegrityError:
        return _fault(run, row, "", "registers.number_taken", "Số này đã có trong cơ sở dữ liệu.")
    return None


def _read(column: Column, cells: Mapping[str, str]) -> object:
    text = cells[column.name]
    if not text:
        if column.is_required:
            raise Invalid
        return None
    return column.read(text)


def _fault(run: ImportRun, row: Row, column: str, code: str, sentence: str) -> ImportFault:
    return ImportFault(
        run=run, line=row.line, column=column, code=code[:60], sentence=sentence[:400]
    )
