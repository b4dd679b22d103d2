"""What happened to cases: identifiers and values only."""

from typing import ClassVar

from nentang.kernel.frozen import Frozen


class CaseMoved(Frozen):
    """A case took a step of its table."""

    name: ClassVar[str] = "casework.case_moved"
    case_id: int
    kind: str
    code: str
    step: str
    state: str
    holder_id: int


class CaseForwarded(Frozen):
    """A case went to another organisation."""

    name: ClassVar[str] = "casework.case_forwarded"
    case_id: int
    kind: str
    code: str
    from_organization_id: int
    to_organization_id: int


class CaseNearlyDue(Frozen):
    """A case is due within the next working day."""

    name: ClassVar[str] = "casework.case_nearly_due"
    case_id: int
    kind: str
    code: str
    holder_id: int


class CaseOverdue(Frozen):
    """The due time of a case passed without a result."""

    name: ClassVar[str] = "casework.case_overdue"
    case_id: int
    kind: str
    code: str
    holder_id: int
