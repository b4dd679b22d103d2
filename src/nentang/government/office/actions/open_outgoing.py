"""Open an outgoing document to read it; the look is written down."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.government.office.models import OutgoingDocument
from nentang.government.office.permissions import check_works_at
from nentang.government.office.queries import find_outgoing

from ._document import write_down


def open_outgoing(*, code: str, actor: Actor, at: datetime) -> OutgoingDocument:
    """The document for officers of its body; to everybody else it does not exist (DocumentNotFound)."""
    document = find_outgoing(code)
    check_works_at(actor, document.organization_id)
    write_down("open_outgoing", document, actor=actor, at=at)
    return document
