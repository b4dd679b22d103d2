"""What happened to registers: identifiers and values only, no personal data."""

from typing import ClassVar

from nentang.kernel.frozen import Frozen


class RecordWritten(Frozen):
    """Something was said of a record: for the first time, as a change or as a correction.

    `record_id` and not its number, which can be a person's.
    """

    name: ClassVar[str] = "registers.record_written"
    register: str
    record_id: int
    aspect: str
    act: str
    revision: int


class RowsTaken(Frozen):
    """So many rows of an import were read; the rest waits."""

    name: ClassVar[str] = "registers.rows_taken"
    run_id: int
    done: int


class RecordsEntered(Frozen):
    """Many records were entered at once; their identifiers lie between those two."""

    name: ClassVar[str] = "registers.records_entered"
    register: str
    first_id: int
    last_id: int
