"""What installations tell one another as JSON."""

from ninja import Schema


class Received(Schema):
    """How many bytes of a file are here."""

    received: int


class ParticipantOut(Schema):
    """A body that this installation speaks for. `kinds` is empty where it takes all."""

    code: str
    code_qcvn102: str
    name: str
    kinds: list[int]
    takes_parts: bool


class ParticipantPage(Schema):
    """Bodies by code, and the `after` of the next page."""

    participants: list[ParticipantOut]
    next: str


class PairOut(Schema):
    """Messages from one body to another: how many, and the root of their hash tree."""

    sender: str
    receiver: str
    count: int
    root: str


class DayOut(Schema):
    """All pairs of a day between the two installations."""

    pairs: list[PairOut]


class BucketsOut(Schema):
    """The roots of the 256 buckets of a pair and day."""

    buckets: list[str]


class MessageOut(Schema):
    """A message and the document in it."""

    id: str
    document: str


class BucketOut(Schema):
    """The messages of a bucket."""

    messages: list[MessageOut]
