"""A bare COPY of rows that we wrote into the same tables again: the peer of what takes tables in.

The peer's tables are copies with the same columns, defaults, indexes and foreign keys, in a schema of their own.
It gets ready-made text and checks nothing.
"""

from collections.abc import Callable, Sequence

from django.db import connection, transaction

from benchmarks.harness import Slice, slice_of
from benchmarks.processes import cpu_of


def bare_tables(tables: Sequence[str]) -> None:
    """The same tables again, filled with what stands there already."""
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA IF EXISTS bare CASCADE")
        cursor.execute("CREATE SCHEMA bare")
        for table in tables:
            cursor.execute(f"CREATE TABLE bare.{table} (LIKE public.{table} INCLUDING ALL)")
            cursor.execute(
                f"INSERT INTO bare.{table} OVERRIDING SYSTEM VALUE SELECT * FROM public.{table}"
            )
        keys = (
            "SELECT relname, conname, pg_get_constraintdef(c.oid) FROM pg_constraint c JOIN pg_class r ON r.oid = conrelid"
            " JOIN pg_namespace n ON n.oid = relnamespace WHERE contype = 'f' AND nspname = 'public' AND relname = ANY(%s)"
        )
        cursor.execute(keys, [list(tables)])
        found = cursor.fetchall()
        cursor.execute("SET search_path = bare, public")
        for table, name, definition in found:
            cursor.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")
        cursor.execute("SET search_path = public")


def new_rows(tables: Sequence[str]) -> dict[str, bytes]:
    """What the last slice wrote, as COPY wants it."""
    dumps = {}
    with connection.cursor() as cursor:
        for table in tables:
            new = f"SELECT * FROM public.{table} WHERE id > (SELECT coalesce(max(id), 0) FROM bare.{table})"
            with cursor.copy(f"COPY ({new}) TO STDOUT") as copy:
                dumps[table] = b"".join(bytes(block) for block in copy)
    return dumps


def copy_bare(dumps: dict[str, bytes], count: int) -> int:
    """The peer: one transaction, one COPY a table."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table, text in dumps.items():
            with cursor.copy(f"COPY bare.{table} FROM STDIN") as copy:
                copy.write(text)
    return count


def counts(schema: str, tables: Sequence[str]) -> list[int]:
    """How many rows each table has."""
    with connection.cursor() as cursor:
        found = []
        for table in tables:
            cursor.execute(f"SELECT count(*) FROM {schema}.{table}")
            found.append(cursor.fetchone()[0])
    return found


def backend() -> int:
    """The server's process of our connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def measured(work: Callable[[], int], server: int) -> tuple[Slice, float]:
    """A slice, and the seconds of CPU of both processes."""
    before = cpu_of(server)
    found = slice_of(work)
    return found, found.cpu + cpu_of(server) - before
