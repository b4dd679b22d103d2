"""Number a signed document and issue it under the body's seal."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.foundation.documents.public import IssuedDocument, issue_document
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import organization
from nentang.foundation.outbox.public import publish
from nentang.government.office.events import OutgoingIssued
from nentang.government.office.indicators import DOCUMENT_ISSUED
from nentang.government.office.models import OutgoingDocument, SeriesCounter
from nentang.government.office.permissions import check_may_issue
from nentang.government.office.queries import notation_in, outgoing_to_change, paper_data
from nentang.government.office.queries.bodies import series_of, summary_of
from nentang.government.office.registry import OFFICIAL, PAPER
from nentang.government.office.rules.numbers import notation_of, padded
from nentang.government.office.rules.terms import is_issued_same_day
from nentang.government.office.rules.types import type_named
from nentang.kernel.clock import legal_day

from ._document import subject_of


@transaction.atomic
def issue_outgoing(*, code: str, actor: Actor, at: datetime) -> OutgoingDocument:
    """The document with the next number of its series and year, on its way to be signed, sealed and sent.

    Raises NotYourStep, OwnSignature, StepNotPossible, ChangedMeanwhile: no number is lost then.
    """
    document = outgoing_to_change(code)
    check_may_issue(actor, document)
    advance(document, "issue", actor=actor, at=at, issued_at=at)
    _tell(document, at)
    _number(document, at)
    document.paper = _paper(document, actor, at)
    document.save(update_fields=["series", "year", "serial", "notation", "folded", "paper"])
    return document


def _number(document: OutgoingDocument, at: datetime) -> None:
    body, way = notation_in(document.organization_id)
    day = legal_day(at)
    kind = type_named(document.type_code, day)
    document.series, document.year = series_of(document.type_code, way), day.year
    document.notation = notation_of(kind, body=body, unit=document.unit)
    document.serial = SeriesCounter.take(
        organization_id=document.organization_id, series=document.series, year=day.year
    )
    document.folded = summary_of(document.number, kind.name_vi, document.folded)


def _paper(document: OutgoingDocument, actor: Actor, at: datetime) -> IssuedDocument:
    kind = type_named(document.type_code, legal_day(at))
    number = f"{padded(document.serial or 0)}/{document.notation}"
    return issue_document(
        kind=PAPER,
        title=f"{kind.name_vi} {number.replace('/', '-')}"[:300],
        template=OFFICIAL,
        data=paper_data(document, document.signed_version or document.version),
        number=number,
        organization_id=document.organization_id,
        subject=subject_of(document),
        person_id=None,
        signer_name=document.signer.display_name,
        signer_account_id=document.signer_id,
        actor=actor,
        at=at,
    )


def _tell(document: OutgoingDocument, at: datetime) -> None:
    event = OutgoingIssued(document.pk, document.code, document.organization_id)
    publish(event, at=at, key=document.code)
    signed_at = document.signed_at or at
    record_fact(
        DOCUMENT_ISSUED,
        at=at,
        organization_id=document.organization_id,
        unit_code=document.case.unit_code,
        type=document.type_code,
        level=str(organization(document.organization_id).level),
        same_day=is_issued_same_day(signed_at, at),
        in_time=document.issue_by is None or at <= document.issue_by,
    )
