"""What few requests need is not loaded by every process that starts, and what a start declares is all."""

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
DECLARED = """
from importlib import import_module
from pkgutil import walk_packages
from nentang.config.start import start
start()
from nentang.foundation.casework import registry as casework
from nentang.foundation.documents import registry as documents
from nentang.foundation.facts import registry as facts
from nentang.foundation.forms import registry as forms
from nentang.foundation.identity import registry as identity
from nentang.foundation.notifications import registry as notifications
from nentang.foundation.portal import registry as portal

def declared():
    tables = casework, documents, facts, forms, identity, notifications, portal
    return {
        f"{table.__name__}.{name}": len(value)
        for table in tables
        for name, value in vars(table).items()
        if isinstance(value, (dict, list)) and name not in ("_going", "_names")  # gathered when asked for
    }

before = declared()
import nentang
for module in walk_packages(nentang.__path__, "nentang."):
    if not any(part in module.name for part in (".migrations", ".settings.", "__main__", ".wsgi")):
        import_module(module.name)
after = declared()
print({name: after[name] for name in after if after[name] != before.get(name)})
"""
HEAVY = {
    *("requests", "httpx", "fido2", "cryptography", "oauthlib", "pydantic", "ninja", "yaml"),
    *("phonenumbers", "rapidfuzz", "babel", "duckdb", "ibis", "pyarrow", "typst", "pyhanko"),
    *("pywebpush", "segno", "allauth.account.forms"),
    *("nentang.economy.payments.public", "nentang.government.services.views"),
}


def _said_by(program: str) -> str:
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.fixture(scope="module")
def started() -> set[str]:
    return set(_said_by(START).split())


def test_a_start_loads_nothing_that_most_requests_never_need(started: set[str]) -> None:
    assert "nentang.government.services.models" in started
    assert not started & HEAVY


def test_nothing_is_declared_by_a_module_that_a_start_does_not_load() -> None:
    assert _said_by(DECLARED).strip() == "{}"
