"""What is told and counted about documents."""

from dataclasses import dataclass
from typing import ClassVar

from nentang.foundation.facts.public import FactKind, declare


@dataclass(frozen=True, slots=True)
class DocumentIssued:
    """A document waits for the organisation's signature."""

    name: ClassVar[str] = "documents.document_issued"
    document_id: int


@dataclass(frozen=True, slots=True)
class DocumentSigned:
    """A document is signed and in force. `subject` is the matter, for instance `dossier:12`."""

    name: ClassVar[str] = "documents.document_signed"
    document_id: int
    subject: str
    kind: str


@dataclass(frozen=True, slots=True)
class DocumentRevoked:
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
