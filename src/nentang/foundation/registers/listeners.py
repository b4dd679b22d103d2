"""What follows when something was written into a register, or rows of a table wait."""

from datetime import datetime

from nentang.foundation.outbox.public import every, listen

from .actions import compare_new_keys, note_keys, reexamine, take_rows
from .enums import Act
from .events import RecordsEntered, RecordWritten, RowsTaken


@listen(RecordWritten, "registers.note_keys")
def note_keys_of_record(event: RecordWritten, *, at: datetime) -> None:
    """Whoever may be the same is looked for."""
    pk = event.record_id
    note_keys(register=event.register, first_id=pk, last_id=pk, at=at)


@listen(RecordsEntered, "registers.note_many_keys")
def note_keys_of_records(event: RecordsEntered, *, at: datetime) -> None:
    """The same for all that were entered at once."""
    note_keys(register=event.register, first_id=event.first_id, last_id=event.last_id, at=at)


@listen(
    RecordWritten,
    "registers.reexamine",
    when=lambda event: event.act == Act.CORRECTION,
)
def reexamine_uses(event: RecordWritten, *, at: datetime) -> None:
    """Those who decided on what was wrong look again."""
    reexamine(register=event.register, record_id=event.record_id, aspect=event.aspect, at=at)


@listen(RowsTaken, "registers.take_rows")
def take_next_rows(event: RowsTaken, *, at: datetime) -> None:
    """The next rows of an import."""
    take_rows(run_id=event.run_id, done=event.done, at=at)


@every(20, "registers.compare")
def compare(*, at: datetime) -> int:
    """What came in since is compared; one worker at a time."""
    return compare_new_keys(at=at)
