"""What is told and counted about documents."""

from typing import ClassVar

from nentang.foundation.facts.public import FactKind, declare
from nentang.kernel.frozen import Frozen


class DocumentIssued(Frozen):
    """A document waits for the organisation's signature."""

    name: ClassVar[str] = "documents.document_issued"
    document_id: int


class DocumentSigned(Frozen):
    """A document is signed and in force. `subject` is the matter, for instance `dossier:12`."""

    name: ClassVar[str] = "documents.document_signed"
    document_id: int
    subject: str
    kind: str


class DocumentRevoked(Frozen):
    """A document is no longer in force."""

    name: ClassVar[str] = "documents.document_revoked"
    document_id: int
    subject: str
    kind: str


DOCUMENT_SIGNED = declare(
    FactKind(
        name="documents.document_signed",
        version=1,
        fields={"document_kind": str, "seconds": int},
        description="A document was signed, so many seconds after it was issued.",
    )
)
DOCUMENT_REVOKED = declare(
    FactKind(
        name="documents.document_revoked",
        version=1,
        fields={"document_kind": str},
        description="A document in force was revoked.",
    )
)
