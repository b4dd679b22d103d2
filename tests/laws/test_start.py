"""What few requests need is not loaded by every process that starts."""

import subprocess
import sys

import pytest

START = """
import sys
from nentang.config.start import start
start()
import nentang.config.urls
print(*sys.modules)
"""
HEAVY = {
    *(
        "requests",
        "httpx",
        "fido2",
        "cryptography",
        "oauthlib",
        "pydantic",
        "ninja",
        "phonenumbers",
    ),
    *("rapidfuzz", "babel", "duckdb", "ibis", "pyarrow", "typst", "pyhanko", "pywebpush"),
}


@pytest.fixture(scope="module")
def started() -> set[str]:
    run = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_a_start_loads_nothing_that_most_requests_never_need(started: set[str]) -> None:
    assert "nentang.government.services.actions" in started
    assert not started & HEAVY
