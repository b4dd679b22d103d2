"""`nentang bank`: the local test bank behind the payment gateway."""

import argparse
import signal
import threading
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from django.conf import settings

from nentang.config.bank.courier import Ear, Signer
from nentang.config.bank.server import Bank
from nentang.config.bank.store import Store
from nentang.config.cli import Stop
from nentang.kernel.signatures import OwnKey, SharedKey

from .serve import refuse_taken_port


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen, whom to tell, how to sign."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=int, default=8077, help="port to listen on (8077)")
    parser.add_argument(
        "--notify",
        default=f"{settings.BASE_URL}/thanh-toan/thong-bao",
        help="where notices go, each gateway's name behind it (this installation)",
    )
    parser.add_argument(
        "--file",
        type=Path,
        default=settings.VAR / "test_bank.sqlite3",
        help="what the bank remembers (test_bank.sqlite3 under NENTANG_VAR)",
    )
    parser.add_argument(
        "--private-key", type=Path, help="Ed25519 key in PEM to sign with (the shared key)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Serve until SIGTERM or SIGINT."""
    refuse_taken_port(arguments.host, arguments.port)
    keys = {
        "bank": SharedKey(settings.BANK_KEY.encode()),
        "card": SharedKey(settings.CARD_KEY.encode()),
        "treasury": SharedKey(settings.TREASURY_KEY.encode()),
    }
    signer = _signer(arguments.private_key) if arguments.private_key else keys["bank"]
    bank = Bank(
        (arguments.host, arguments.port),
        store=Store(arguments.file),
        keys=keys,
        ears={
            "bank": Ear(f"{arguments.notify}/bank/", signer),
            "card": Ear(f"{arguments.notify}/card/", keys["card"]),
        },
    )
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: threading.Thread(target=bank.shutdown).start())
    with bank:
        bank.serve_forever()
    return 0


def _signer(file: Path) -> Signer:
    key = load_pem_private_key(file.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise Stop(f"{file}: not an Ed25519 private key in PEM")
    return OwnKey(key)
