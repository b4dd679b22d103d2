"""What happened to linked matters: identifiers and values only, no personal data."""

from typing import ClassVar

from nentang.kernel.frozen import Frozen


class ChainBegun(Frozen):
    """Several procedures were asked for in one declaration."""

    name: ClassVar[str] = "linked.chain_begun"
    chain_id: int
    code: str
    kind: str
    organization_id: int


class PartOpened(Frozen):
    """A later procedure became a dossier."""

    name: ClassVar[str] = "linked.part_opened"
    chain_id: int
    code: str
    part: str
    dossier_id: int
