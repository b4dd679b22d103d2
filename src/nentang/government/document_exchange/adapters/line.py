"""The line to another installation, over whichever wire its address names."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from nentang.government.document_exchange.errors import (
    FileNotTaken,
    OtherSideAway,
    PartOutOfPlace,
)
from nentang.government.document_exchange.rules.bus import name_in
from nentang.government.document_exchange.rules.requests import signed_bytes
from nentang.kernel import clock

from .bus_wire import bus_wire
from .http_wire import http_wire
from .own_key import own_credential, sign_bytes
from .wire import ROOT, Answer, Letter, Wire, json_in


class Line:
    """Calls to one installation."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def put_message(self, letter: Letter) -> Answer | None:
        """Hand over a message; the answer is a receipt, a problem, or None while it is under way."""
        return self._wire.hand_over(letter)

    def part_received(self, sha256: str, size: int) -> int:
        """How many bytes of that file are over there. FileNotTaken."""
        return _received(self._signed("GET", f"{ROOT}/files/{sha256}?size={size}", b""))

    def put_part(self, sha256: str, size: int, offset: int, content: bytes) -> int:
        """How many bytes of that file are over there after this part. FileNotTaken."""
        path = f"{ROOT}/files/{sha256}?size={size}&offset={offset}"
        answer = self._signed("PUT", path, content)
        is_elsewhere = answer.code == PartOutOfPlace.code
        return self.part_received(sha256, size) if is_elsewhere else _received(answer)

    def get(self, path: str) -> dict[str, Any]:
        """A page of JSON."""
        answer = self._signed("GET", f"{ROOT}{path}", b"")
        found = json_in(answer.content)
        if answer.status != 200 or not isinstance(found, dict):
            raise OtherSideAway
        return found

    def _signed(self, method: str, path: str, body: bytes) -> Answer:
        timestamp = str(int(clock.now().timestamp()))
        headers = {
            "Content-Type": "application/octet-stream",
            "Exchange-Certificate": own_credential().fingerprint,
            "Exchange-Timestamp": timestamp,
            "Exchange-Signature": sign_bytes(signed_bytes(method, path, timestamp, body)),
        }
        return self._wire.ask(method, path, body, headers)


@contextmanager
def line_to(url: str) -> Iterator[Line]:
    """A line that keeps its connection: `nats:name` over the bus, everything else over HTTP."""
    name = name_in(url)
    with bus_wire(name) if name else http_wire(url) as wire:
        yield Line(wire)


def _received(answer: Answer) -> int:
    found = json_in(answer.content)
    received = found.get("received") if isinstance(found, dict) else None
    if answer.status != 200 or not isinstance(received, int):
        raise FileNotTaken
    return received
