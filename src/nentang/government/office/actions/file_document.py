"""Put a document into a work file."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.office.errors import DocumentNotFound, WorkFileClosed, WorkFileNotFound
from nentang.government.office.models import IncomingDocument, OutgoingDocument, WorkFile
from nentang.government.office.permissions import check_works_at
from nentang.government.office.queries import incoming_to_change, outgoing_to_change

from ._document import write_down


@transaction.atomic
def file_document(*, code: str, work_file: str, actor: Actor, at: datetime) -> WorkFile:
    """The work file with the document of that code in it, taken out of another one that is open.

    Raises DocumentNotFound and WorkFileNotFound (other body), WorkFileClosed.
    """
    document = _document(code)
    check_works_at(actor, document.organization_id)
    target = WorkFile.objects.select_for_update().filter(code=work_file).first()
    if target is None or target.organization_id != document.organization_id:
        raise WorkFileNotFound
    if target.closed_at or (document.work_file and document.work_file.closed_at):
        raise WorkFileClosed
    document.work_file = target
    document.save(update_fields=["work_file"])
    write_down("file_document", document, actor=actor, at=at)
    return target


def _document(code: str) -> IncomingDocument | OutgoingDocument:
    try:
        return incoming_to_change(code)
    except DocumentNotFound:
        return outgoing_to_change(code)
