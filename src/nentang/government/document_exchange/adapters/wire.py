"""What carries bytes to another installation: HTTP, or the bus."""

import json
from typing import Any, Protocol

from nentang.kernel.frozen import Frozen

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
        found = json_in(self.content)
        code = found.get("code") if isinstance(found, dict) else None
        return str(code)[:80] if code else ""


class Letter(Frozen):
    """A signed message for one receiver, and how often it was handed over before."""

    message_id: str
    receiver_code: str
    content: bytes
    tries: int = 0

    @property
    def path(self) -> str:
        """Where the interface takes it."""
        return f"{ROOT}/messages/{self.message_id}?to={self.receiver_code}"


class Wire(Protocol):
    """Everything that is no clear answer is OtherSideAway."""

    def hand_over(self, letter: Letter) -> Answer | None:
        """The answer; None where the message waits for the other side and the answer comes by itself."""

    def ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        """The answer to a request that is answered at once."""


def json_in(content: bytes) -> Any:
    """What the JSON says; None where it is none."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None
