"""What happened to cases: identifiers and values only."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class CaseMoved:
    """A case took a step of its table."""

    name: ClassVar[str] = "casework.case_moved"
    case_id: int
    kind: str
    code: str
    step: str
    state: str
    holder_id: int


@dataclass(frozen=True, slots=True)
class CaseForwarded:
    """A case went to another organisation."""

    name: ClassVar[str] = "casework.case_forwarded"
    case_id: int
    kind: str
    code: str
    from_organization_id: int
    to_organization_id: int


@dataclass(frozen=True, slots=True)
class CaseNearlyDue:
    """A case is due within the next working day."""

    name: ClassVar[str] = "casework.case_nearly_due"
    case_id: int
    kind: str
    code: str
    holder_id: int


@dataclass(frozen=True, slots=True)
class CaseOverdue:
    """The due time of a case passed without a result."""

    name: ClassVar[str] = "casework.case_overdue"
    case_id: int
    kind: str
    code: str
    holder_id: int
