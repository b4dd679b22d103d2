"""The demo's own clock: the machine's time moved by what stands in the clock file."""

import json
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nentang.kernel import clock

LOOK_AGAIN_AFTER = 1.0  # seconds between two looks at the file


class MovedClock:
    """A source for `clock.use`: machine time plus the offset in the file (none: machine time)."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._offset = timedelta()
        self._looked = float("-inf")

    def __call__(self) -> datetime:
        """The moved present."""
        return datetime.now(UTC) + self.offset()

    def offset(self) -> timedelta:
        """How far the clock is moved, read again at most once a second."""
        if time.monotonic() - self._looked > LOOK_AGAIN_AFTER:
            self._looked = time.monotonic()
            self._offset = read_offset(self._file)
        return self._offset


def read_offset(file: Path) -> timedelta:
    """The offset in the file; none where there is no file."""
    try:
        return timedelta(seconds=json.loads(file.read_text())["offset_seconds"])
    except FileNotFoundError:
        return timedelta()


def move_clock(file: Path, *, to: datetime | None) -> None:
    """Let the clock show `to` from now on (None: the machine's time)."""
    file.parent.mkdir(parents=True, exist_ok=True)
    offset = (to - datetime.now(UTC)).total_seconds() if to else 0.0
    written = file.with_suffix(".new")
    written.write_text(json.dumps({"offset_seconds": offset}))
    written.replace(file)


def follow(file: Path) -> None:
    """Take the time of this process from the clock file."""
    clock.use(MovedClock(file))
