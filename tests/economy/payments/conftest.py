"""A bank that listens on a free port and tells a platform that listens on another, both over real HTTP."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.db import connection
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.config.bank.courier import Ear
from nentang.config.bank.server import Bank
from nentang.config.bank.store import Store
from nentang.economy.payments.adapters.gateways import _resting_until
from nentang.kernel.signatures import SharedKey

if connection.vendor == "sqlite":  # writers wait in line on a file; in memory threads collide
    connection.settings_dict["TEST"]["NAME"] = str(django_settings.VAR / "test.sqlite3")

KEY = "khoa chung chi de chay thu"
OpenBank = Callable[..., Bank]


@pytest.fixture(scope="session", autouse=True)
def _static_folder() -> None:
    django_settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise warns without


@pytest.fixture(autouse=True)
def _own_folders(settings: Settings, tmp_path: Path) -> None:
    settings.BANK_KEY = settings.CARD_KEY = settings.TREASURY_KEY = KEY
    settings.CARD_URL = settings.TREASURY_URL = ""
    _resting_until.clear()
    settings.AXES_ENABLED = False  # the test client signs in without an address
    settings.DOCUMENTS_FOLDER = tmp_path / "documents"
    settings.KEYS_FOLDER = tmp_path / "keys"


@pytest.fixture
def open_bank(settings: Settings, tmp_path: Path) -> Iterator[OpenBank]:
    """Opens the bank, again on the same port and with the same memory after it was closed."""
    with ExitStack() as opened:

        def open_it(
            *, notify_url: str = "http://127.0.0.1:9", port: int = 0, cards: bool = False
        ) -> Bank:
            key = SharedKey(KEY.encode())
            bank = Bank(
                ("127.0.0.1", port),
                store=Store(tmp_path / "bank.sqlite3"),
                keys=dict.fromkeys(("bank", "card", "treasury"), key),
                ears={name: Ear(f"{notify_url}/{name}/", key) for name in ("bank", "card")},
            )
            thread = threading.Thread(target=bank.serve_forever, kwargs={"poll_interval": 0.05})
            thread.start()
            settings.BANK_URL = f"http://127.0.0.1:{bank.server_port}"
            if cards:
                settings.CARD_URL = f"{settings.BANK_URL}/the"
            opened.callback(close, bank)
            return bank

        yield open_it


@pytest.fixture
def bank(open_bank: OpenBank, live_server: LiveServer, settings: Settings) -> Bank:
    """A bank that tells this platform; both listen."""
    settings.BASE_URL = live_server.url
    return open_bank(notify_url=f"{live_server.url}/thanh-toan/thong-bao")


def close(bank: Bank) -> None:
    """Stop listening at once; nothing happens where it is closed already."""
    if bank.fileno() != -1:
        bank.shutdown()
        bank.server_close()
