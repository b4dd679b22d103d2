"""The hook for reading text in photographs: a command where `DOCUMENTS_TEXT_READER` names one."""

import os
import selectors
import shlex
import signal
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import Protocol

from django.conf import settings

from nentang.foundation.documents.errors import TextUnreadable
from nentang.foundation.documents.rules.read_text import READABLE, TextLine, lines_of

SECONDS, MOST_BYTES = 20.0, 1024 * 1024
ENVIRONMENT = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}


class TextReader(Protocol):
    """Whoever finds text in a photograph."""

    def read(self, content: bytes, media_type: str) -> Sequence[TextLine]:
        """The lines with their places; TextUnreadable."""


class CommandReader:
    """A program that gets the photograph on its input and has so long, and so much to say.

    It sees nothing else of this machine's environment, and is ended with all that it started.
    """

    def __init__(
        self, command: str, *, seconds: float = SECONDS, most_bytes: int = MOST_BYTES
    ) -> None:
        self._command = shlex.split(command)
        self._seconds, self._most = seconds, most_bytes

    def read(self, content: bytes, media_type: str) -> Sequence[TextLine]:
        """The lines; TextUnreadable where it fails, takes too long, says too much or no table."""
        if media_type not in READABLE:
            raise TextUnreadable
        try:
            return lines_of(self._told(content).decode("utf-8", "replace"))
        except (OSError, ValueError, TypeError) as error:
            raise TextUnreadable from error

    def _told(self, content: bytes) -> bytes:
        with TemporaryFile() as given:
            given.write(content)
            given.seek(0)
            process = subprocess.Popen(  # noqa: S603 - the command that the installation names
                self._command,
                stdin=given,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=ENVIRONMENT,
                cwd=Path("/"),
                start_new_session=True,
            )
        try:
            told = self._listen(process)
            if process.wait(timeout=self._seconds):
                raise TextUnreadable
        except subprocess.TimeoutExpired as error:
            raise TextUnreadable from error
        else:
            return told
        finally:
            _end(process)

    def _listen(self, process: "subprocess.Popen[bytes]") -> bytes:
        """What it says until it is silent; TextUnreadable past the time or the size."""
        until, told = time.monotonic() + self._seconds, bytearray()
        assert process.stdout is not None  # noqa: S101 - it is a pipe
        with selectors.DefaultSelector() as ready:
            ready.register(process.stdout, selectors.EVENT_READ)
            while (left := until - time.monotonic()) > 0:
                if not ready.select(left):
                    break
                part = os.read(process.stdout.fileno(), 64 * 1024)
                if not part:
                    return bytes(told)
                told += part
                if len(told) > self._most:
                    break
        raise TextUnreadable


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Nothing that it started goes on."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    if process.stdout:
        process.stdout.close()
    process.wait()


def text_reader() -> TextReader | None:
    """The reader of this installation, if it has one."""
    command = getattr(settings, "DOCUMENTS_TEXT_READER", "")
    return CommandReader(command) if command else None
