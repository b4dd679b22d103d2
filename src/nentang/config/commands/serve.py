"""`nentang serve`: the web server, and beside it the worker."""

import argparse
import os
import socket
import subprocess
import sys
from contextlib import ExitStack
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from granian.server.common import AbstractServer

from nentang.config.cli import Stop

from . import migrate

THREADS = 16
"""Requests that one web process works on at once: each has a connection to the database, the others wait."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen and with how many processes."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (8000)")
    parser.add_argument("--workers", type=int, default=2, help="web processes (2)")
    parser.add_argument(
        "--no-worker", action="store_true", help="do not start the background worker"
    )


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted."""
    refuse_taken_port(arguments.host, arguments.port)
    migrate.bring_up_to_date()
    programs = [] if arguments.no_worker else ["worker"]
    serve(arguments.host, arguments.port, arguments.workers, programs)
    return 0


def serve(host: str, port: int, workers: int, programs: list[str]) -> None:
    """Web processes here, each of the other programs of `nentang` as a child that ends with them."""
    with ExitStack() as children:
        for program in programs:
            child = subprocess.Popen([sys.executable, "-m", "nentang", program])  # noqa: S603 - our own program
            children.callback(child.terminate)
        os.environ.setdefault("PYTHONUNBUFFERED", "1")
        web_server(host, port, workers).serve()


def web_server(host: str, port: int, workers: int) -> AbstractServer[Any]:
    """The web processes, not yet begun; together they never hold more than `workers * THREADS` connections."""
    return Granian(
        "nentang.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        log_enabled=False,
        respawn_failed_workers=True,  # one that was killed takes nobody along
    )


def refuse_taken_port(host: str, port: int) -> None:
    """Stop with a sentence where another program already listens there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise Stop(
                f"Cổng {port} đang có chương trình khác dùng. / Port {port} is taken: "
                f"see who with `ss -ltnp 'sport = :{port}'`, or choose another: nentang serve --port {port + 1}"
            ) from None
