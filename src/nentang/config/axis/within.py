"""Requests that came by another way than HTTP, answered by the interface as if they had come by it."""

import hashlib
from io import BytesIO
from ipaddress import IPv6Address
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

from nentang.government.document_exchange.adapters.wire import ROOT, Answer

PASSED_ON = ("Exchange-Certificate", "Exchange-Timestamp", "Exchange-Signature")
NOT_FOUND = Answer(404, b"{}")


class Interface:
    """The document exchange of this installation, and nothing else of it."""

    def __init__(self) -> None:
        self._handler = WSGIHandler()

    def ask(
        self, method: str, path: str, body: bytes, headers: dict[str, str], *, sender: str
    ) -> Answer:
        """What the interface answers to whoever is called `sender` on the bus."""
        if not path.startswith(f"{ROOT}/") or not path.isascii() or method not in ("GET", "PUT"):
            return NOT_FOUND
        status = 500

        def start_response(line: str, _headers: Any, _fault: Any = None) -> Any:
            nonlocal status
            status = int(line.split(" ", 1)[0])

        answer = self._handler(_environment(method, path, body, headers, sender), start_response)
        try:
            return Answer(status, b"".join(answer))
        finally:
            answer.close()


def _environment(
    method: str, path: str, body: bytes, headers: dict[str, str], sender: str
) -> dict[str, Any]:
    place, _, query = path.partition("?")
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    passed_on = {
        f"HTTP_{name.upper().replace('-', '_')}": headers[name]
        for name in PASSED_ON
        if name in headers
    }
    return {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(place).decode("latin-1"),
        "QUERY_STRING": query,
        "CONTENT_TYPE": headers.get("Content-Type", "application/xml"),
        "CONTENT_LENGTH": str(len(body)),
        "SERVER_NAME": host,
        "SERVER_PORT": "443",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": _address_of(sender),
        "HTTP_HOST": host,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "https",
        "wsgi.input": BytesIO(body),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        **passed_on,
    }


def _address_of(sender: str) -> str:
    """An address that nobody else has (a local one of IPv6), for limits that are kept by address."""
    digest = hashlib.sha256(sender.encode()).digest()
    return str(IPv6Address(b"\xfd" + digest[:15]))
