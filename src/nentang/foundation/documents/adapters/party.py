"""Who signs a paper."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SigningParty:
    """The organisation that signs, as its certificate names it; `code` may be empty."""

    id: int
    name: str
    code: str
