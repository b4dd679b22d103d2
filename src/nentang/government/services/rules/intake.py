"""What a draft is for: which procedure, at which office, for whom, over which channel and counter."""

from nentang.kernel.frozen import Frozen

PREFIX = "services:"


class Intake(Frozen):
    """The matter of a draft, written into its key. `channel` is `online` or `counter`.

    `counter_id` is the body whose clerk takes it in for another.
    """

    procedure: str
    organization_id: int
    person_id: int
    channel: str
    counter_id: int | None = None

    def __str__(self) -> str:
        key = f"{PREFIX}{self.procedure}:{self.organization_id}:{self.person_id}:{self.channel}"
        return f"{key}:{self.counter_id}" if self.counter_id else key

    @classmethod
    def read(cls, key: str) -> "Intake":
        """The matter in a key; ValueError where it is none of ours."""
        _, procedure, organization_id, person_id, channel, *counter = key.split(":")
        counter_id = int(counter[0]) if counter else None
        return cls(procedure, int(organization_id), int(person_id), channel, counter_id)
