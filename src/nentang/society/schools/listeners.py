"""What follows when the population register says something else of somebody."""

from datetime import datetime

from nentang.agreements.residents import residents
from nentang.foundation.outbox.public import listen
from nentang.foundation.registers.events import RecordsEntered, RecordWritten
from nentang.foundation.registers.public import Act

from .actions import follow_resident, list_children


def _may_move(event: RecordWritten) -> bool:
    """Nobody is on a list before they live somewhere: of what is entered first, only the residence counts."""
    if event.register != residents().register:
        return False
    return event.aspect == "residence" or (
        event.aspect in ("identity", "life") and event.act != Act.ENTRY
    )


@listen(
    RecordWritten,
    "schools.follow_resident",
    when=_may_move,
)
def follow(event: RecordWritten, /, *, at: datetime) -> None:
    """The child comes to a list, changes to another, or leaves it."""
    follow_resident(record_id=event.record_id, at=at)


@listen(
    RecordsEntered,
    "schools.list_children",
    when=lambda event: event.register == residents().register,
)
def list_many(event: RecordsEntered, /, *, at: datetime) -> None:
    """The children among them come to the lists."""
    list_children(first_id=event.first_id, last_id=event.last_id, at=at)
