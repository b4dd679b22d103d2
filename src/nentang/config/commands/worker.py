"""`nentang worker`: everything that happens behind the pages."""

import argparse
import signal
import threading

from nentang.foundation.outbox.public import run_worker


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Once, or until told to stop."""
    parser.add_argument("--once", action="store_true", help="do what is due now, then end")


def run(arguments: argparse.Namespace) -> int:
    """Work until SIGTERM or SIGINT; the piece in hand is finished first."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    run_worker(stop=stop, once=arguments.once)
    return 0
