"""The State Treasury: what it booked to the accounts of bodies on a day."""

from datetime import date

from nentang.kernel.frozen import Frozen

from .line import Line


class Treasury(Frozen):
    """The treasury at the other end of `line`."""

    line: Line

    def fetch_statement(self, day: date) -> bytes | None:
        """What was booked for that day; None where there is no file yet. BankUnavailable."""
        return self.line.fetch_file(f"statements/{day.isoformat()}")
