"""What happened to documents: identifiers and values only, no personal data."""

from typing import ClassVar

from nentang.kernel.frozen import Frozen


class OutgoingIssued(Frozen):
    """A document has its number and goes to be signed and sealed."""

    name: ClassVar[str] = "office.outgoing_issued"
    document_id: int
    code: str
    organization_id: int


class IncomingArrived(Frozen):
    """A document waits to be registered."""

    name: ClassVar[str] = "office.incoming_arrived"
    document_id: int
    code: str
    organization_id: int


class IncomingAnswered(Frozen):
    """The receiving body took a step with a document that `origin` brought: registered, returned, directed, finished."""

    name: ClassVar[str] = "office.incoming_answered"
    document_id: int
    origin: str
    step: str
