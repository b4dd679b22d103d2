"""Take in a table: begin, and go on row by row in the background."""

import io
from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record as write_down
from nentang.foundation.documents.public import safe_filename
from nentang.foundation.outbox.public import publish
from nentang.foundation.registers.adapters.table_file import rows_of
from nentang.foundation.registers.errors import FileUnreadable, RegisterNotFound
from nentang.foundation.registers.events import RowsTaken
from nentang.foundation.registers.models import ImportRun
from nentang.foundation.registers.permissions import check_may_keep
from nentang.foundation.registers.registry import Intake, intake_of, register_named
from nentang.foundation.registers.rules.tables import Row

MOST_BYTES, MOST_ROWS = 20_000_000, 100_000


@transaction.atomic
def start_import(
    *,
    register: str,
    content: bytes,
    filename: str,
    organization_id: int,
    actor: Actor,
    at: datetime,
) -> ImportRun:
    """The import, whose rows are taken in by the worker; nothing is entered where the table is none.

    Raises NotYourRegister, FileUnreadable.
    """
    kind = register_named(register)
    check_may_keep(actor, kind, organization_id)
    intake = intake_of(kind)
    if intake is None:
        raise RegisterNotFound
    total = _counted(intake, content)
    run = ImportRun.objects.create(
        register=register,
        filename=safe_filename(filename)[:120],
        content=content,
        organization_id=organization_id,
        started_by_id=actor.account_id,
        started_at=at,
        total=total,
    )
    write_down(
        actor=actor,
        action="registers.start_import",
        subject=f"import:{run.pk}",
        organization_id=organization_id,
        at=at,
        details={"rows": total},
    )
    publish(RowsTaken(run.pk, 0), at=at, key=f"import:{run.pk}")
    return run


def _counted(intake: Intake, content: bytes) -> int:
    if len(content) > MOST_BYTES:
        raise FileUnreadable(reason=f"lớn hơn {MOST_BYTES // 1_000_000} MB, chia thành nhiều tệp")
    total = sum(1 for _row in rows_of(intake, io.BytesIO(content)))
    if total > MOST_ROWS:
        raise FileUnreadable(reason=f"nhiều hơn {MOST_ROWS} dòng, chia thành nhiều tệp")
    return total


def rows_of_run(run: ImportRun) -> Iterator[Row]:
    """The rows of the file as it was kept."""
    intake = intake_of(register_named(run.register))
    if intake is None:
        raise RegisterNotFound
    return rows_of(intake, io.BytesIO(bytes(run.content)))
