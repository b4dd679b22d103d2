"""`nentang axis`: the demo's ministry, the rehearsal of a letter to every commune of a province, and the bus."""

import argparse
import os
import secrets
import signal
import sys
import threading
from urllib.parse import urlsplit

from django.conf import settings

from nentang.config.axis.bus_ground import OPERATOR, accounts, open_streams
from nentang.config.axis.bus_listener import listen
from nentang.config.axis.listener import listening
from nentang.config.axis.neighbour import DATABASE, environment_of
from nentang.config.axis.rehearsal import COMMUNES, OFF, rehearse
from nentang.config.cli import Stop
from nentang.foundation.outbox.public import run_worker

from .serve import refuse_taken_port

IS_MINISTRY = "NENTANG_IS_MINISTRY"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The ministry, unless a rehearsal is asked for."""
    parser.add_argument(
        "--rehearse",
        action="store_true",
        help="a ministry's letter reaches every commune of a province while some are off; in folders that go again",
    )
    parser.add_argument(
        "--communes", type=int, default=COMMUNES, help=f"of the rehearsal ({COMMUNES})"
    )
    parser.add_argument("--off", type=int, default=OFF, help=f"of these, off at first ({OFF})")
    parser.add_argument(
        "--listen", action="store_true", help="take what comes over the bus, until told to stop"
    )
    parser.add_argument(
        "--open-bus",
        nargs="+",
        metavar="NAME",
        help="as operator of the bus: a stream for each installation of that name",
    )
    parser.add_argument(
        "--bus-accounts",
        nargs="+",
        metavar="NAME",
        help="write the servers' accounts with new passwords for the operator and each name",
    )


def run(arguments: argparse.Namespace) -> int:
    """0 when told to stop, or when the rehearsal ended as it should."""
    if arguments.rehearse:
        return rehearse(arguments.communes, arguments.off, say=_say)
    if arguments.bus_accounts:
        _say(
            accounts(
                {name: secrets.token_urlsafe(24) for name in (OPERATOR, *arguments.bus_accounts)}
            )
        )
        return 0
    if arguments.open_bus:
        open_streams(arguments.open_bus)
        return 0
    if arguments.listen:
        listen(_told_to_stop())
        return 0
    if IS_MINISTRY not in os.environ:
        return _again_as_ministry()
    port = urlsplit(settings.MINISTRY_URL).port or 80
    refuse_taken_port("127.0.0.1", port)
    with listening(port):
        run_worker(stop=_told_to_stop())
    return 0


def _told_to_stop() -> threading.Event:
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    return stop


def _again_as_ministry() -> int:
    """The folder is a setting that is read at start; begin again with the ministry's."""
    folder = settings.MINISTRY_FOLDER
    if not (folder / DATABASE).exists():
        raise Stop("Chưa có bản trình diễn. / The demo was not played yet: nentang demo")
    environment = environment_of(folder) | {
        IS_MINISTRY: "yes",
        "NENTANG_BASE_URL": settings.MINISTRY_URL,
    }
    os.execve(sys.executable, [sys.executable, "-m", "nentang", "axis"], environment)  # noqa: S606 - ourselves


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - this is the terminal
