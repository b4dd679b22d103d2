"""One at a time for equal content: who keeps it, and who takes it off the shelf.

On PostgreSQL an advisory lock until the end of the transaction, shared by those who keep. On SQLite
writers are in line anyway.
"""

from django.db import connection


def keep_in_place(sha256: str) -> None:
    """Until this transaction ends nobody takes the content off the shelf."""
    _lock("pg_advisory_xact_lock_shared", sha256)


def be_alone_with(sha256: str) -> None:
    """Until this transaction ends nobody keeps that content; waits for those who are about to."""
    _lock("pg_advisory_xact_lock", sha256)


def _lock(function: str, sha256: str) -> None:
    if connection.vendor == "postgresql":
        number = int.from_bytes(bytes.fromhex(sha256[:16]), "big", signed=True)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {function}(%s)", [number])
