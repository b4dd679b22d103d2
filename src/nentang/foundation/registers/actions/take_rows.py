"""Take in the next rows of an import."""

from datetime import datetime
from itertools import islice

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.outbox.public import publish
from nentang.foundation.registers.enums import RunState
from nentang.foundation.registers.events import RowsTaken
from nentang.foundation.registers.models import ImportRun
from nentang.foundation.registers.registry import intake_of, register_named

from ._faults import note_faults
from ._lines import take_rows_of
from .start_import import rows_of_run

AT_ONCE = 1000


@transaction.atomic
def take_rows(*, run_id: int, done: int, at: datetime) -> ImportRun:
    """The import, up to a thousand rows further: each row is entered or says why not.

    Called again with the same `done` it changes nothing.
    """
    run = ImportRun.objects.select_for_update().get(pk=run_id)
    intake = intake_of(register_named(run.register))
    if run.done != done or run.state != RunState.RUNNING or intake is None:
        return run
    rows = list(islice(rows_of_run(run), done, done + AT_ONCE))
    refused = take_rows_of(
        intake=intake,
        rows=rows,
        source=str(run.pk),
        organization_id=run.organization_id,
        actor=SYSTEM,
        at=at,
    )
    note_faults(run, refused)
    run.done += len(rows)
    run.failed += len(refused)
    if run.done >= run.total:
        run.state, run.ended_at, run.content = RunState.DONE, at, b""
    else:
        publish(RowsTaken(run.pk, run.done), at=at, key=f"import:{run.pk}")
    run.save()
    return run
