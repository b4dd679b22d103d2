"""`nentang axis`: the demo's ministry, or the rehearsal of a letter to every commune of a province."""

import argparse
import os
import signal
import sys
import threading
from urllib.parse import urlsplit

from django.conf import settings

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


def run(arguments: argparse.Namespace) -> int:
    """0 when told to stop, or when the rehearsal ended as it should."""
    if arguments.rehearse:
        return rehearse(arguments.communes, arguments.off, say=_say)
    if IS_MINISTRY not in os.environ:
        return _again_as_ministry()
    port = urlsplit(settings.MINISTRY_URL).port or 80
    refuse_taken_port("127.0.0.1", port)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    with listening(port):
        run_worker(stop=stop)
    return 0


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
