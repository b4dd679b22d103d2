"""What happened to the index: identifiers and values only."""

from typing import ClassVar

from nentang.kernel.frozen import Frozen


class IndexPublished(Frozen):
    """A version of a round's results was published."""

    name: ClassVar[str] = "index.index_published"
    round_id: int
    family: str
    year: int
    edition: int
    units: int
