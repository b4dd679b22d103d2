"""What happened in the books: identifiers and values only, no personal data."""

from typing import ClassVar

from nentang.kernel.frozen import Frozen


class EntryMade(Frozen):
    """Something was written into a book for the first time; `register` names the book."""

    name: ClassVar[str] = "civil_status.entry_made"
    register: str
    entry_id: int
    organization_id: int
