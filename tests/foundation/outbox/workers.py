"""Real worker processes on a real database: forked, watched, killed."""

import os
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection

Execute = Callable[..., Any]


class KilledAt:
    """Kills its own process with SIGKILL right before or right after the n-th statement."""

    def __init__(self, number: int, *, after: bool) -> None:
        self._left, self._after = number, after

    def __call__(self, execute: Execute, sql: str, params: Any, many: bool, context: Any) -> Any:
        self._left -= 1
        if self._left == 0 and not self._after:
            os.kill(os.getpid(), signal.SIGKILL)
        result = execute(sql, params, many, context)
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return result


def fork(work: Callable[[], object]) -> int:
    """Start a process that does the work over a connection of its own; its number."""
    connection.close()
    if process := os.fork():
        return process
    try:
        work()
        os._exit(0)
    finally:
        os._exit(1)


def end_of(process: int) -> int:
    """Wait for a process: its exit code, or minus the signal that killed it."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


@contextmanager
def shared_database(folder: Path) -> Iterator[None]:
    """Let processes share the test database: SQLite's is in memory and goes to a file meanwhile."""
    if connection.vendor == "postgresql":
        yield
        return
    connection.ensure_connection()
    memory, name = connection.connection, connection.settings_dict["NAME"]
    file = folder / "shared.sqlite3"
    with sqlite3.connect(file) as target:
        memory.backup(target)
    target.close()
    connection.connection, connection.settings_dict["NAME"] = None, str(file)
    try:
        yield
    finally:
        connection.close()
        connection.connection, connection.settings_dict["NAME"] = memory, name
