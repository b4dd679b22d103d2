"""What happened to linked matters: identifiers and values only, no personal data."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class ChainBegun:
    """Several procedures were asked for in one declaration."""

    name: ClassVar[str] = "linked.chain_begun"
    chain_id: int
    code: str
    kind: str
    organization_id: int


@dataclass(frozen=True, slots=True)
class PartOpened:
    """A later procedure became a dossier."""

    name: ClassVar[str] = "linked.part_opened"
    chain_id: int
    code: str
    part: str
    dossier_id: int
