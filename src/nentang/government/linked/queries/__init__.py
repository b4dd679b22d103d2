"""Reads of linked matters."""

from .about import Entered, entered_of
from .chains import (
    PartHere,
    chain_of_draft,
    chains,
    chains_of,
    chains_with,
    find_chain,
    first_body,
    outcomes_of,
    part_named,
    parts_of,
    receiver_of,
    rule_of,
)
from .linked import Linked, expected_fees, linked_at, linked_of, linked_on, unfounded_in
from .picture import Picture, ShownPart, path_of, picture_of, standing_of

__all__ = [
    "Entered",
    "Linked",
    "PartHere",
    "Picture",
    "ShownPart",
    "chain_of_draft",
    "chains",
    "chains_of",
    "chains_with",
    "entered_of",
    "expected_fees",
    "find_chain",
    "first_body",
    "linked_at",
    "linked_of",
    "linked_on",
    "outcomes_of",
    "part_named",
    "parts_of",
    "path_of",
    "picture_of",
    "receiver_of",
    "rule_of",
    "standing_of",
    "unfounded_in",
]
