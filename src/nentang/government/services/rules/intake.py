"""What a draft is for: which procedure, at which office, for whom, over which counter."""

from dataclasses import dataclass

PREFIX = "services:"


@dataclass(frozen=True, slots=True)
class Intake:
    """The matter of a draft, written into its key. `channel` is `online` or `counter`."""

    procedure: str
    organization_id: int
    person_id: int
    channel: str

    def __str__(self) -> str:
        return f"{PREFIX}{self.procedure}:{self.organization_id}:{self.person_id}:{self.channel}"

    @classmethod
    def read(cls, key: str) -> "Intake":
        """The matter in a key; ValueError where it is none of ours."""
        _, procedure, organization_id, person_id, channel = key.split(":")
        return cls(procedure, int(organization_id), int(person_id), channel)
