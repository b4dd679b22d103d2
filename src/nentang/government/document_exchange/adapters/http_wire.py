"""The wire over HTTPS."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from nentang.government.document_exchange.errors import OtherSideAway

from .wire import BIGGEST_ANSWER, PATIENCE, Answer, Letter

if TYPE_CHECKING:  # heavy
    import httpx


class HttpWire:
    """Requests to one address over one connection; it follows no redirects."""

    def __init__(self, client: "httpx.Client", url: str) -> None:
        self._client = client
        self._url = url.rstrip("/")

    def hand_over(self, letter: Letter) -> Answer | None:
        """The answer is a receipt or a problem."""
        return self.ask("PUT", letter.path, letter.content, {"Content-Type": "application/xml"})

    def ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        """One request."""
        import httpx  # noqa: PLC0415 - heavy

        try:
            with self._client.stream(
                method, self._url + path, content=body, headers=headers
            ) as answer:
                return Answer(answer.status_code, _read(answer.iter_bytes()))
        except httpx.HTTPError as fault:
            raise OtherSideAway from fault


@contextmanager
def http_wire(url: str) -> Iterator[HttpWire]:
    """A wire that keeps its connection."""
    import httpx  # noqa: PLC0415 - heavy

    plain = {"Accept-Encoding": "identity"}  # receipts are short
    with httpx.Client(timeout=PATIENCE, follow_redirects=False, headers=plain) as client:
        yield HttpWire(client, url)


def _read(chunks: Iterable[bytes]) -> bytes:
    content = b""
    for chunk in chunks:
        content += chunk
        if len(content) > BIGGEST_ANSWER:
            raise OtherSideAway
    return content
