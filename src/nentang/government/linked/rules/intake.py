"""What a draft is for: a whole chain at a body for a person, or one part of a chain that is under way."""

from nentang.kernel.frozen import Frozen

PREFIX = "linked:"
PART_PREFIX = "linked-part:"


class ChainIntake(Frozen):
    """The matter of a draft for a whole chain, written into its key."""

    kind: str
    organization_id: int
    person_id: int

    def __str__(self) -> str:
        return f"{PREFIX}{self.kind}:{self.organization_id}:{self.person_id}"

    @classmethod
    def read(cls, key: str) -> "ChainIntake":
        """The matter in a key; ValueError where it is none of these."""
        prefix, kind, organization_id, person_id = key.split(":")
        if f"{prefix}:" != PREFIX:
            raise ValueError(key)
        return cls(kind, int(organization_id), int(person_id))


class PartIntake(Frozen):
    """The matter of a draft that goes on with one part by hand, written into its key."""

    code: str
    part: str

    def __str__(self) -> str:
        return f"{PART_PREFIX}{self.code}:{self.part}"

    @classmethod
    def read(cls, key: str) -> "PartIntake":
        """The matter in a key; ValueError where it is none of these."""
        prefix, code, part = key.split(":")
        if f"{prefix}:" != PART_PREFIX:
            raise ValueError(key)
        return cls(code, part)
