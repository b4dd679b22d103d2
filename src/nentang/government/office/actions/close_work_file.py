"""Close a work file into the archive."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import organization
from nentang.government.office.errors import (
    WorkFileClosed,
    WorkFileEmpty,
    WorkFileNotFound,
    WorkUnfinished,
)
from nentang.government.office.indicators import WORK_FILE_CLOSED
from nentang.government.office.models import WorkFile
from nentang.government.office.permissions import works_at
from nentang.government.office.queries import contents_of, unfinished_in
from nentang.government.office.queries.work_files import is_all_digital


@transaction.atomic
def close_work_file(*, code: str, actor: Actor, at: datetime) -> WorkFile:
    """The work file, closed; from now on its term of keeping runs.

    Raises WorkFileNotFound (other body), WorkFileClosed, WorkFileEmpty, WorkUnfinished.
    """
    work_file = WorkFile.objects.select_for_update().filter(code=code).first()
    if work_file is None or not works_at(actor, work_file.organization_id):
        raise WorkFileNotFound
    if work_file.closed_at:
        raise WorkFileClosed
    contents = contents_of(work_file)
    documents = len(contents.incoming) + len(contents.outgoing)
    if not documents:
        raise WorkFileEmpty
    if waiting := unfinished_in(contents):
        raise WorkUnfinished(document=waiting)
    work_file.closed_at, work_file.handled_digitally = at, is_all_digital(contents)
    work_file.save(update_fields=["closed_at", "handled_digitally"])
    record(
        actor=actor,
        action="office.close_work_file",
        subject=f"work_file:{work_file.pk}",
        organization_id=work_file.organization_id,
        at=at,
    )
    _count(work_file, documents, at)
    return work_file


def _count(work_file: WorkFile, documents: int, at: datetime) -> None:
    body = organization(work_file.organization_id)
    record_fact(
        WORK_FILE_CLOSED,
        at=at,
        organization_id=body.id,
        unit_code=body.unit_code,
        level=str(body.level),
        digital=bool(work_file.handled_digitally),
        documents=documents,
    )
