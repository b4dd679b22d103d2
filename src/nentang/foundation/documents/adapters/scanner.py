"""The hook for a virus scanner: ClamAV over its socket where `DOCUMENTS_CLAMAV` names one."""

import socket
from pathlib import Path
from typing import Protocol

from django.conf import settings

from nentang.foundation.documents.enums import ScanState
from nentang.foundation.documents.errors import FileInfected, ScannerUnavailable

CHUNK_BYTES = 64 * 1024


class Scanner(Protocol):
    """Whoever looks for viruses in a file."""

    def scan(self, path: Path) -> ScanState:
        """What is known now; FileInfected, ScannerUnavailable."""


class NoScanner:
    """Nobody looks."""

    def scan(self, path: Path) -> ScanState:
        """Unscanned, and marked so."""
        return ScanState.UNSCANNED


class ClamAV:
    """A `clamd` at `/path/of/socket` or `host:port`, spoken to by its INSTREAM command."""

    def __init__(self, address: str, *, seconds: float = 20) -> None:
        self._address = address
        self._seconds = seconds

    def scan(self, path: Path) -> ScanState:
        """Clean; FileInfected where something was found, ScannerUnavailable where nobody answers."""
        try:
            answer = self._ask(path)
        except OSError as error:
            raise ScannerUnavailable from error
        if answer.endswith("FOUND"):
            raise FileInfected
        if not answer.endswith("OK"):
            raise ScannerUnavailable
        return ScanState.CLEAN

    def _ask(self, path: Path) -> str:
        with self._connect() as line, path.open("rb") as content:
            line.sendall(b"zINSTREAM\0")
            while chunk := content.read(CHUNK_BYTES):
                line.sendall(len(chunk).to_bytes(4, "big") + chunk)
            line.sendall(bytes(4))
            answer = b""
            while part := line.recv(4096):
                answer += part
        return answer.rstrip(b"\0\n").decode("utf-8", "replace")

    def _connect(self) -> socket.socket:
        host, _, port = self._address.rpartition(":")
        if port.isdigit():
            return socket.create_connection((host, int(port)), timeout=self._seconds)
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(self._seconds)
        try:
            line.connect(self._address)
        except OSError:
            line.close()
            raise
        return line


def scanner() -> Scanner:
    """The scanner of this installation."""
    address = getattr(settings, "DOCUMENTS_CLAMAV", "")
    return ClamAV(address) if address else NoScanner()
