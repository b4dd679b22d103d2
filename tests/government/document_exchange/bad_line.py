"""A line between two installations on which messages are lost, doubled, late, reordered and damaged."""

import http.client
import threading
from collections import Counter
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from typing import Any

NOT_KEPT = {"host", "connection", "content-length"}
FAULTS = ("lost", "answer lost", "doubled", "late", "damaged", "answer damaged", "busy")


class BadLine:
    """Listens for one side and forwards to the other; of a share of the requests it makes a mess."""

    def __init__(self, port: int, *, share: float, seed: int) -> None:
        self.is_down = False
        self.happened: Counter[str] = Counter()
        self.share = share
        self._dice = Random(seed)
        self._port = port
        self._held: list[tuple[str, str, bytes, dict[str, str]]] = []
        line = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.0"

            def log_message(self, format: str, *args: Any) -> None:
                """Nothing."""

            def do_PUT(self) -> None:
                line.pass_on(self)

            do_GET = do_PUT  # noqa: N815 - as http.server calls it

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        """No more."""
        self._server.shutdown()
        self._server.server_close()

    def pass_on(self, handler: BaseHTTPRequestHandler) -> None:
        """One request with its luck."""
        body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
        request = (handler.command, handler.path, body, dict(handler.headers.items()))
        fault = self._dice.choice(FAULTS) if self._dice.random() < self.share else ""
        if self.is_down:
            fault = "down"
        self.happened[fault or "well"] += 1
        answer = self._suffered(fault, request)
        if answer is None:
            handler.close_connection = True
            handler.connection.close()
            return
        status, kind, content = answer
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)

    def _suffered(
        self, fault: str, request: tuple[str, str, bytes, dict[str, str]]
    ) -> tuple[int, str, bytes] | None:
        method, path, body, headers = request
        ways: dict[str, Callable[[], tuple[int, str, bytes] | None]] = {
            "down": lambda: None,
            "lost": lambda: None,
            "busy": lambda: (503, "text/plain", b"busy"),
            "late": lambda: self._hold(request),
            "answer lost": lambda: self._dropped(self._forward(request)),
            "doubled": lambda: (self._forward(request), self._forward(request))[1],
            "damaged": lambda: self._forward((method, path, self._damaged(body), headers)),
            "answer damaged": lambda: self._damaged_answer(self._forward(request)),
        }
        answer = ways.get(fault, lambda: self._forward(request))()
        if not fault and self._held and self._dice.random() < 0.3:
            self._forward(self._held.pop(0))  # what was held back comes after later ones
        return answer

    def _hold(self, request: tuple[str, str, bytes, dict[str, str]]) -> None:
        self._held.append(request)

    def _dropped(self, answer: object) -> None:
        return None

    def _damaged_answer(self, answer: tuple[int, str, bytes]) -> tuple[int, str, bytes]:
        return (answer[0], answer[1], self._damaged(answer[2]))

    def _damaged(self, content: bytes) -> bytes:
        if not content:
            return content
        changed = bytearray(content)
        changed[self._dice.randrange(len(changed))] ^= 1 << self._dice.randrange(8)
        return bytes(changed)

    def _forward(self, request: tuple[str, str, bytes, dict[str, str]]) -> tuple[int, str, bytes]:
        method, path, body, headers = request
        there = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        kept = {k: v for k, v in headers.items() if k.lower() not in NOT_KEPT}
        kept["Content-Length"] = str(len(body))
        there.request(method, path, body=body or None, headers=kept)
        answer = there.getresponse()
        content = answer.read()
        there.close()
        return answer.status, answer.headers.get("Content-Type", ""), content
