"""What a body gives to be sent, and what of it is refused before it goes anywhere."""

from datetime import date

from nentang.government.document_exchange.enums import BusinessKind, Priority, Secrecy
from nentang.government.document_exchange.errors import (
    DocumentMayNotTravel,
    DocumentUnreadable,
    NoReceiver,
    NothingToChange,
    TooManyFiles,
)
from nentang.kernel.frozen import Frozen
from nentang.kernel.identifiers import OrganizationCode, parse_organization_code

from .edxml.attachments import MOST_FILES
from .edxml.read import LONGEST_TEXT, MOST_ANSWERED, MOST_RECEIVERS
from .edxml.values import InReplyTo, Signer
from .edxml.write import day_text


class Attached(Frozen):
    """A stored file that goes with a document."""

    file_id: int
    description: str = ""


class OutgoingDocument(Frozen):
    """A document to be sent. `receivers` are organisation codes in either form."""

    organization_id: int
    number: str
    notation: str
    promulgated_on: date
    place: str
    type_name: str
    subject: str
    signer: Signer
    receivers: tuple[str, ...]
    attachments: tuple[Attached, ...] = ()
    kind: BusinessKind = BusinessKind.NEW
    about_document_id: str = ""
    reason: str = ""
    content: str = ""
    priority: Priority = Priority.ORDINARY
    secrecy: Secrecy = Secrecy.OPEN
    due_on: date | None = None
    goes_on_paper_too: bool = False
    in_reply_to: tuple[InReplyTo, ...] = ()
    to_places: tuple[str, ...] = ()


_LENGTHS = {
    "number": 20,
    "notation": 60,
    "place": 300,
    "type_name": 300,
    "subject": LONGEST_TEXT,
    "content": LONGEST_TEXT,
    "reason": LONGEST_TEXT,
    "about_document_id": 120,
}
_NEEDED = ("number", "notation", "type_name", "subject")


def check_may_go(document: OutgoingDocument) -> None:
    """DocumentMayNotTravel first of all; NoReceiver, DocumentUnreadable, TooManyFiles, NothingToChange."""
    if document.secrecy != Secrecy.OPEN:
        raise DocumentMayNotTravel
    if not 1 <= len(document.receivers) <= MOST_RECEIVERS:
        raise NoReceiver(most=MOST_RECEIVERS)
    if len(document.attachments) > MOST_FILES:
        raise TooManyFiles(most=MOST_FILES)
    if document.kind != BusinessKind.NEW and not document.about_document_id:
        raise NothingToChange
    for name, most in _LENGTHS.items():
        said = getattr(document, name).strip()
        if len(said) > most or (name in _NEEDED and not said):
            raise DocumentUnreadable(field=name, most=most)
    if len(document.in_reply_to) > MOST_ANSWERED or len(document.to_places) > MOST_RECEIVERS:
        raise DocumentUnreadable(field="in_reply_to", most=MOST_ANSWERED)


def document_id_of(code: str, document: OutgoingDocument) -> str:
    """`000.00.00.G22,2015/09/30,7816/VPCP-TTĐT`, as QCVN 102:2016 names documents."""
    number = f"{document.number.strip()}/{document.notation.strip()}"
    return f"{code},{day_text(document.promulgated_on)},{number}"


def canonical_code(text: str) -> str:
    """A code of either form as Decision 20/2020 writes it; InvalidIdentifier."""
    return parse_organization_code(text).qd20


def code_as(form: str, code: str) -> str:
    """The code as the other side writes it; the newer form where the older has no room."""
    parsed: OrganizationCode = parse_organization_code(code)
    return (parsed.qcvn102 if form == "qcvn102" else None) or parsed.qd20
