"""Finish the work on a document with what came of it."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import organization
from nentang.government.office.errors import ResultMissing
from nentang.government.office.indicators import DOCUMENT_FINISHED
from nentang.government.office.models import IncomingDocument
from nentang.government.office.permissions import check_finishes
from nentang.government.office.queries import incoming_to_change

from ._register import tell_sender
from ._tasks import drop_tasks


@transaction.atomic
def finish_document(*, code: str, result: str, actor: Actor, at: datetime) -> IncomingDocument:
    """The document, finished; what colleagues have not given by now is not waited for.

    Raises ResultMissing, NotYourStep, NotYourWork, StepNotPossible, ChangedMeanwhile.
    """
    document = incoming_to_change(code)
    check_finishes(actor, document)
    if not result.strip():
        raise ResultMissing
    advance(document, "finish", actor=actor, at=at, note=result, result=result.strip())
    drop_tasks(document, actor=actor, at=at)
    tell_sender(document, "finish", at)
    record_fact(
        DOCUMENT_FINISHED,
        at=at,
        organization_id=document.organization_id,
        unit_code=document.case.unit_code,
        channel=document.channel,
        level=str(organization(document.organization_id).level),
        in_time=not document.case.is_overdue(at),
    )
    return document
