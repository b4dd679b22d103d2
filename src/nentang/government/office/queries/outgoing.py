"""Reads of outgoing documents, and what is printed of them."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import override

from nentang.government.office.enums import Urgency
from nentang.government.office.errors import DocumentNotFound
from nentang.government.office.models import OutgoingDocument, Recipient
from nentang.government.office.rules.paper import Sheet, addressed, official_paper
from nentang.government.office.rules.terms import MOST_OF_A_MONTH, span_of_month
from nentang.government.office.rules.types import type_named
from nentang.kernel.clock import legal_day
from nentang.kernel.identifiers import parse_organization_code
from nentang.kernel.text import fold


def outgoing() -> QuerySet[OutgoingDocument]:
    """Outgoing documents with what every page needs, in one query."""
    return OutgoingDocument.objects.select_related(
        "case__assignee__person",
        "organization",
        "drafter__person",
        "signer__person",
        "initialled_by__person",
        "paper__file",
        "in_reply_to",
        "work_file",
    )


def find_outgoing(code: str) -> OutgoingDocument:
    """The document of that code; DocumentNotFound. Asks no permission."""
    found = outgoing().filter(code=code).first()
    if found is None:
        raise DocumentNotFound
    return found


def outgoing_to_change(code: str) -> OutgoingDocument:
    """As `find_outgoing`, with case and signer only: what a step reads before it writes."""
    found = OutgoingDocument.objects.select_related("case", "signer__person").filter(code=code)
    document = found.first()
    if document is None:
        raise DocumentNotFound
    return document


def outgoing_of_key(key: str | None, *, account_id: int | None) -> OutgoingDocument | None:
    """What the same request made before, if anything."""
    if key is None:
        return None
    return outgoing().filter(idempotency_key=key, drafter=account_id).first()


def outgoing_of(
    bodies: Collection[int],
    *,
    words: str = "",
    state: str = "",
    before_id: int | None = None,
    limit: int = 30,
) -> list[OutgoingDocument]:
    """Documents of these bodies, newest first, a page by key; all words are in them, marks aside."""
    found = outgoing().filter(organization__in=bodies).order_by("-id")
    for word in fold(words).split()[:10]:
        found = found.filter(folded__contains=word)
    if state:
        found = found.filter(case__state=state)
    if before_id:
        found = found.filter(id__lt=before_id)
    return list(found[:limit])


def issued_in(organization_id: int, month: date) -> list[OutgoingDocument]:
    """What the body issued in that month (its first day), in that order; at most MOST_OF_A_MONTH."""
    found = outgoing().filter(organization=organization_id, issued_at__range=span_of_month(month))
    ordered = found.order_by("issued_at", "id").prefetch_related("recipients")
    return list(ordered[:MOST_OF_A_MONTH])


def current_text(document: OutgoingDocument) -> str:
    """The text of the current version."""
    return text_of(document, document.version)


def text_of(document: OutgoingDocument, version: int) -> str:
    """The text as it was saved under that number; nothing where it was let go."""
    found = document.versions.filter(number=version).values_list("text", flat=True).first()
    return found or ""


def paper_data(document: OutgoingDocument, version: int) -> dict[str, Any]:
    """What the document says on paper, in Vietnamese."""
    day = legal_day(document.issued_at or document.case.opened_at)
    kind = type_named(document.type_code, day)
    names = list(document.recipients.order_by("id").values_list("name", flat=True))
    to, copies = addressed(names, is_letter=kind.is_letter, unit=document.unit)
    files = document.files.select_related("file").order_by("id")
    with override("vi"):  # the paper's language, whatever its issuer reads
        urgency = str(Urgency(document.urgency).label)
    return official_paper(
        Sheet(
            kind=kind.name_vi,
            is_letter=kind.is_letter,
            summary=document.summary,
            text=text_of(document, version),
            urgency="" if document.urgency == Urgency.NORMAL else urgency,
            authority=document.authority,
            position=document.position,
            signer=document.signer.display_name,
            to=to,
            copies=copies,
            annexes=[each.file.filename.rpartition(".")[0] for each in files],
        )
    )


def recipient_on_axis(consignment_id: int, receiver_code: str) -> int:
    """The line of «Nơi nhận» that the consignment brings to that body; 0 where none is ours."""
    code = parse_organization_code(receiver_code).qd20
    found = Recipient.objects.filter(
        carried_by=f"axis:{consignment_id}", organization__code_qd20=code
    )
    return found.values_list("pk", flat=True).first() or 0
