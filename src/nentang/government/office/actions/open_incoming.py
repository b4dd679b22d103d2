"""Open an incoming document to read it; the look is written down."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.government.office.models import IncomingDocument
from nentang.government.office.permissions import check_works_at
from nentang.government.office.queries import find_incoming

from ._document import write_down


def open_incoming(*, code: str, actor: Actor, at: datetime) -> IncomingDocument:
    """The document for officers of its body; to everybody else it does not exist (DocumentNotFound)."""
    document = find_incoming(code)
    check_works_at(actor, document.organization_id)
    write_down("open_incoming", document, actor=actor, at=at)
    return document
