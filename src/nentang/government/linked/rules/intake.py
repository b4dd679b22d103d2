"""What a draft is for: a whole chain at a body for a person, or one part of a chain that is under way."""

from nentang.kernel.frozen import Frozen

PREFIX = "linked:"
PART_PREFIX = "linked-part:"


class ChainIntake(Frozen):
    """The matter of a draft for a whole chain, written into its key.

    `mandate_id` is the consent under which a clerk fills it in at the counter.
    """

    kind: str
    organization_id: int
    person_id: int
    mandate_id: int | None = None

    def __str__(self) -> str:
        key = f"{PREFIX}{self.kind}:{self.organization_id}:{self.person_id}"
        return f"{key}:{self.mandate_id}" if self.mandate_id else key

    @classmethod
    def read(cls, key: str) -> "ChainIntake":
        """The matter in a key; ValueError where it is none of these."""
        prefix, kind, organization_id, person_id, *mandate = key.split(":")
        if f"{prefix}:" != PREFIX:
            raise ValueError(key)
        mandate_id = int(mandate[0]) if mandate else None
        return cls(kind, int(organization_id), int(person_id), mandate_id)


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
