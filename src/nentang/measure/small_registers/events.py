"""What happened to entries: identifiers and values only, no personal data."""

from typing import ClassVar

from nentang.kernel.frozen import Frozen


class EntryPublished(Frozen):
    """A version of an entry is open to everybody."""

    name: ClassVar[str] = "small_registers.entry_published"
    code: str
    register: str
    number: int
    organization_id: int


class SubmissionAnswered(Frozen):
    """Something that whoever sent an entry in should hear of was decided."""

    name: ClassVar[str] = "small_registers.submission_answered"
    code: str
    register: str
    state: str
    organization_id: int
