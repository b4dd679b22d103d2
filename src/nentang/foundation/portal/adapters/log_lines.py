"""Lines of the log: where a fault happened and of what kind, never what it said.

What a database or a parser says of a fault quotes the data it stumbled over.
"""

import logging
import traceback
from types import TracebackType

Fault = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class QuietFormatter(logging.Formatter):
    """A formatter whose tracebacks end with the kind of the fault."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; logging keeps the first traceback that any handler made of a record, which is not ours to repeat."""
        kept, record.exc_text = record.exc_text, None
        try:
            return super().format(record)
        finally:
            record.exc_text = kept

    def formatException(self, ei: Fault) -> str:  # noqa: N802 - logging's name
        """The places the fault came through, those of its causes first."""
        return "\n".join(_told(ei[1])) if ei[1] else ""


def _told(fault: BaseException) -> list[str]:
    cause = fault.__cause__ or fault.__context__
    before = [*_told(cause), "which led to"] if cause else []
    places = [line.rstrip() for line in traceback.format_tb(fault.__traceback__)]
    state = getattr(fault, "sqlstate", None)
    kind = f"{type(fault).__module__}.{type(fault).__qualname__}"
    return [*before, *places, f"{kind} {state}" if state else kind]
