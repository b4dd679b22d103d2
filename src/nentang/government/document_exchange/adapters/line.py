"""The line to another installation, over HTTPS. Everything that is no clear answer is OtherSideAway."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from nentang.government.document_exchange.errors import (
    FileNotTaken,
    OtherSideAway,
    PartOutOfPlace,
)
from nentang.government.document_exchange.rules.requests import signed_bytes
from nentang.kernel import clock
from nentang.kernel.frozen import Frozen

from .own_key import own_credential, sign_bytes

if TYPE_CHECKING:  # heavy
    import httpx

PATIENCE = (3.0, 15.0, 15.0, 10.0)  # seconds to connect, read, write, and for a free connection
BIGGEST_ANSWER = 4 * 1024 * 1024
ROOT = "/api/v1/document-exchange"


class Answer(Frozen):
    """What the other side answered."""

    status: int
    content: bytes

    @property
    def code(self) -> str:
        """The lasting code of a problem, empty where there is none."""
        found = _json(self.content)
        code = found.get("code") if isinstance(found, dict) else None
        return str(code)[:80] if code else ""


class Line:
    """Calls to one installation over one connection."""

    def __init__(self, client: "httpx.Client", url: str) -> None:
        self._client = client
        self._url = url.rstrip("/")

    def put_message(self, message_id: str, receiver_code: str, content: bytes) -> Answer:
        """Hand over a message; the answer is a receipt or a problem."""
        path = f"{ROOT}/messages/{message_id}?to={receiver_code}"
        return self._ask("PUT", path, content, {"Content-Type": "application/xml"})

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
        found = _json(answer.content)
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
        return self._ask(method, path, body, headers)

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        import httpx  # noqa: PLC0415 - heavy

        try:
            with self._client.stream(
                method, self._url + path, content=body, headers=headers
            ) as answer:
                return Answer(answer.status_code, _read(answer.iter_bytes()))
        except httpx.HTTPError as fault:
            raise OtherSideAway from fault


@contextmanager
def line_to(url: str) -> Iterator[Line]:
    """A line that keeps its connection; it follows no redirects."""
    import httpx  # noqa: PLC0415 - heavy

    plain = {"Accept-Encoding": "identity"}  # receipts are short
    with httpx.Client(timeout=PATIENCE, follow_redirects=False, headers=plain) as client:
        yield Line(client, url)


def _read(chunks: Iterable[bytes]) -> bytes:
    content = b""
    for chunk in chunks:
        content += chunk
        if len(content) > BIGGEST_ANSWER:
            raise OtherSideAway
    return content


def _received(answer: Answer) -> int:
    found = _json(answer.content)
    received = found.get("received") if isinstance(found, dict) else None
    if answer.status != 200 or not isinstance(received, int):
        raise FileNotTaken
    return received


def _json(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None
