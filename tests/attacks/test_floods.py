"""More than fits: a body of two gigabytes against a server that really runs, and patterns that never end."""

import re
import socket
import time
from pathlib import Path

from tests.laws.house import modules, tree
from tests.robustness.conftest import house  # noqa: F401 - a fixture
from tests.robustness.installation import Installation

TWO_GIGABYTES = 2 * 1024**3
CHUNK = bytes(256 * 1024)


def memory_of(program: int) -> int:
    """Bytes that a process and its children hold now."""
    whole = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            status = dict(
                line.split(":\t", 1) for line in (folder / "status").read_text().splitlines()
            )
        except (OSError, ValueError):
            continue
        if int(folder.name) == program or int(status["PPid"]) == program:
            whole += int(status.get("VmRSS", "0 kB").split()[0]) * 1024
    return whole


def flood(port: int, path: str, kind: str, *, seconds: float = 60) -> tuple[bytes, int]:
    """The first line of the answer to a body of two gigabytes, and how much of it was taken."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(
            f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: {kind}\r\n"
            f"Content-Length: {TWO_GIGABYTES}\r\nIdempotency-Key: nuoc-lu-{port}\r\n\r\n".encode()
        )
        taken, until, answer = 0, time.monotonic() + seconds, b""
        line.settimeout(0.05)
        while not answer and taken < TWO_GIGABYTES and time.monotonic() < until:
            try:
                taken += line.send(CHUNK)
            except TimeoutError:
                pass
            except OSError:
                break
            answer = _said(line)
        line.settimeout(10)
        return answer or _said(line), taken


def _said(line: socket.socket) -> bytes:
    try:
        return line.recv(200, socket.MSG_DONTWAIT).split(b"\r\n")[0]
    except (BlockingIOError, TimeoutError, OSError):
        return b""


DOORS = (
    ("/dang-ky/", "multipart/form-data; boundary=a", ("413",)),
    ("/xac-minh/ABCDE23456/", "multipart/form-data; boundary=a", ("413",)),
    ("/dang-nhap/", "application/x-www-form-urlencoded", ("413",)),
    ("/api/v1/files?filename=a.png", "image/png", ("401", "413")),
    ("/api/v1/tracking", "application/json", ("400", "413")),
)


def test_two_gigabytes_are_turned_away_in_little_memory(
    house: Installation,  # noqa: F811 - a fixture
) -> None:
    web = house.start_web()
    before = memory_of(web.pid)
    for path, kind, expected in DOORS:
        answer, taken = flood(house.port, path, kind)
        assert any(status in answer.decode() for status in expected), f"{path}: {answer!r}"
        assert taken < 200 * 1024**2, path
    after = memory_of(web.pid)
    assert before > 10 * 1024**2, "the server was looked at"
    assert after - before < 150 * 1024**2, f"{before} bytes before, {after} after"


NESTED = re.compile(r"\([^()]*[+*][^()]*\)[+*]|\([^()]*[+*][^()]*\)\{\d+,\}")


def test_no_pattern_of_ours_repeats_what_repeats() -> None:
    """Where a part that repeats is repeated, a text can be written that takes for ever."""
    nested = {
        f"{path.name}: {pattern}"
        for path in modules()
        for pattern in patterns_in(path)
        if NESTED.search(pattern) and not re.search(r"\(\\?\.[^()]*\)[+*]", pattern)
    }
    assert nested == set()


def patterns_in(path: Path) -> list[str]:
    """Every literal given to `re`, and every `pattern=`."""
    import ast

    found = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            is_re = (
                isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") == "re"
            )
            given = [*(node.args[:1] if is_re else ())]
            given += [k.value for k in node.keywords if k.arg in ("pattern", "regex")]
            found += [
                e.value for e in given if isinstance(e, ast.Constant) and isinstance(e.value, str)
            ]
    return found
