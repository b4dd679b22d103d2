"""What a message says, free of its XML."""

from datetime import date, datetime

from nentang.kernel.frozen import Frozen


class Party(Frozen):
    """A body as messages name it; `code` in either form."""

    code: str
    name: str = ""
    in_charge: str = ""
    address: str = ""
    email: str = ""
    telephone: str = ""
    fax: str = ""
    website: str = ""


class Signer(Frozen):
    """Who signed a document: by which authority (KT., TM.), in which position."""

    competence: str = ""
    position: str = ""
    full_name: str = ""


class Staff(Frozen):
    """Who works on it over there."""

    department: str = ""
    name: str = ""
    email: str = ""
    mobile: str = ""


class InReplyTo(Frozen):
    """The document that a message answers, or that a status is about."""

    organization_code: str
    document_id: str = ""
    number: str = ""
    notation: str = ""
    promulgated_on: date | None = None


class Replacement(Frozen):
    """A document that goes, and the bodies for which it does."""

    document_id: str
    receivers: tuple[str, ...] = ()


class Business(Frozen):
    """What the message does: `kind` is 0 new, 1 recall, 2 update, 3 replace."""

    kind: int = 0
    reason: str = ""
    goes_on_paper_too: bool = False
    about_document_id: str = ""
    replaces: tuple[Replacement, ...] = ()
    staff: Staff = Staff()


class TraceStep(Frozen):
    """A body that the message passed, and when."""

    code: str
    at: datetime


class Attachment(Frozen):
    """A file of the message: its content, or `None` where it came ahead in parts under that digest."""

    sha256: str
    size: int
    media_type: str
    name: str
    description: str = ""
    content: bytes | None = None


class AxisDocument(Frozen):
    """A document on its way from one body to others."""

    sender: Party
    receivers: tuple[Party, ...]
    document_id: str
    number: str
    notation: str
    promulgated_on: date
    place: str
    type_name: str
    subject: str
    signer: Signer
    trace: tuple[TraceStep, ...]
    business: Business = Business()
    content: str = ""
    due_on: date | None = None
    priority: int = 0
    in_reply_to: tuple[InReplyTo, ...] = ()
    to_places: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()


class AxisStatus(Frozen):
    """What a body says about a document that it received (or, for 13, that it sent)."""

    sender: Party
    about: InReplyTo
    code: str
    description: str
    at: datetime
    staff: Staff = Staff()
