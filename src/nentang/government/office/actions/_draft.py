"""What drafting and changing a draft have in common; inside the action's transaction."""

from collections.abc import Sequence
from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import link_file
from nentang.government.office.enums import Delivery
from nentang.government.office.errors import SignerMissing
from nentang.government.office.models import DraftVersion, OutgoingDocument, OutgoingFile, Recipient
from nentang.government.office.permissions import account_of
from nentang.government.office.queries.bodies import is_colleague, summary_of
from nentang.government.office.rules.draft import Draft, Line
from nentang.kernel.clock import legal_day

from ._document import subject_of


def check_draft(draft: Draft, organization_id: int, at: datetime) -> None:
    """What `Draft.check` raises; SignerMissing unless a leader of the body is to sign."""
    day = legal_day(at)
    draft.check(day)
    if not is_colleague(draft.signer_id, organization_id, "leader", on=day):
        raise SignerMissing


def columns_of(draft: Draft) -> dict[str, str | int]:
    """The columns of the document that come from the draft."""
    return {
        "type_code": draft.type_code,
        "unit": draft.unit.strip().upper()[:20],
        "summary": draft.summary.strip(),
        "urgency": draft.urgency,
        "authority": draft.authority.strip()[:120],
        "position": draft.position.strip()[:120],
        "signer_id": draft.signer_id,
        "folded": summary_of(draft.summary, *(line.name for line in draft.recipients)),
    }


def save_version(
    document: OutgoingDocument, text: str, *, actor: Actor, at: datetime
) -> DraftVersion:
    """The text as the document's present version."""
    return DraftVersion.objects.create(
        document=document,
        number=document.version,
        text=text,
        saved_by_id=account_of(actor),
        saved_at=at,
    )


def name_recipients(document: OutgoingDocument, lines: Sequence[Line]) -> None:
    """The lines as they are now; nothing was sent yet."""
    document.recipients.all().delete()
    Recipient.objects.bulk_create(
        Recipient(
            document=document,
            organization_id=line.organization_id,
            name=line.name,
            delivery=Delivery.WAITING if line.organization_id else Delivery.OFFLINE,
        )
        for line in lines
    )


def attach(
    document: OutgoingDocument, file_ids: Sequence[int], *, actor: Actor, at: datetime
) -> None:
    """Files that go with the document."""
    for file_id in file_ids:
        link_file(
            file_id=file_id,
            subject=subject_of(document),
            organization_id=document.organization_id,
            actor=actor,
            at=at,
        )
        OutgoingFile.objects.create(document=document, file_id=file_id)
