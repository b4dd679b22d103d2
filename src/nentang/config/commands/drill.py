"""`nentang drill`: back up, restore somewhere else, check what came back, leave nothing behind."""

import argparse
import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from psycopg import sql

from nentang.config.cli import Stop
from nentang.config.settings.database import DATABASE_URL
from nentang.foundation.audit.public import verify

from . import backup


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where there is room."""
    parser.add_argument(
        "--folder", type=Path, help="where to work; needs twice the room of a backup (NENTANG_VAR)"
    )


def run(arguments: argparse.Namespace) -> int:
    """0 where what was backed up comes back whole; the installation runs on meanwhile."""
    before = verify().checked
    with (
        tempfile.TemporaryDirectory(dir=arguments.folder or settings.VAR) as name,
        _database_elsewhere() as url,
    ):
        file, elsewhere = Path(name) / "drill.tar", Path(name) / "var"
        with _timed("backup"):
            backup.run(argparse.Namespace(file=file))
        environment = {**os.environ, "NENTANG_VAR": str(elsewhere), "DATABASE_URL": url}
        with _timed("restore"):
            _nentang(environment, "restore", str(file))
        with _timed("check"):
            said = _nentang(environment, "check")
    print(said)  # noqa: T201 - this is the terminal
    _refuse_fewer_records(said, before)
    print("drill: everything came back whole; nothing of it was left behind")  # noqa: T201
    return 0


def _nentang(environment: dict[str, str], *words: str) -> str:
    """What the restored installation says; Stop with its words where it fails."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "nentang", *words], env=environment, capture_output=True, text=True
    )
    if done.returncode:
        raise Stop(f"drill: `nentang {words[0]}` failed: {done.stdout}{done.stderr}")
    return done.stdout.strip()


def _refuse_fewer_records(said: str, before: int) -> None:
    """The audit only grows: what came back holds at least what was sealed when the drill began."""
    came_back = int(next(line for line in said.splitlines() if "sealed" in line).split()[-1])
    if came_back < before:
        raise Stop(f"drill: {before} audit records were sealed, {came_back} came back")


@contextmanager
def _database_elsewhere() -> Iterator[str]:
    """The URL of an empty PostgreSQL database that is dropped afterwards; empty for SQLite."""
    if not DATABASE_URL:
        yield ""
        return
    name = f"nentang_drill_{secrets.token_hex(4)}"
    with psycopg.connect(DATABASE_URL, autocommit=True) as server:
        try:
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        except psycopg.errors.InsufficientPrivilege as refused:
            raise Stop(
                "drill: the database user may not make databases: ALTER ROLE … CREATEDB"
            ) from refused
        try:
            yield urlsplit(DATABASE_URL)._replace(path=f"/{name}").geturl()
        finally:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@contextmanager
def _timed(step: str) -> Iterator[None]:
    begun = time.monotonic()
    yield
    print(f"{step}: {time.monotonic() - begun:.1f} s")  # noqa: T201
