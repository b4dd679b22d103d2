"""Old dossiers of a former system against a bare COPY of the very same rows into the same tables.

The peer's tables are copies with the same columns, defaults, indexes and foreign keys, in a schema of their own;
it gets ready-made text and checks nothing. Every slice is a new file; both sides end with as many rows.
Beside the rates stands the CPU of client and server together. PostgreSQL only.
"""

import statistics
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.database import ON_POSTGRESQL, prepare

prepare()

from django.db import connection, transaction  # noqa: E402

from benchmarks.harness import ROUNDS, Slice, conclude, slice_of, tell  # noqa: E402
from benchmarks.old_files import make_bodies, take_in, write_file  # noqa: E402
from benchmarks.processes import cpu_of  # noqa: E402
from nentang.agreements.actor import SYSTEM  # noqa: E402
from nentang.foundation.audit.models import Record  # noqa: E402
from nentang.foundation.casework.models import Case, HolderSpell, TimelineEntry  # noqa: E402
from nentang.foundation.facts.models import Fact  # noqa: E402
from nentang.foundation.identity.models import Person  # noqa: E402
from nentang.government.services.models import Dossier  # noqa: E402
from nentang.government.services.public import take_in_file  # noqa: E402

AT = datetime(2021, 3, 1, 2, 0, tzinfo=UTC)
SLICE = 20_000
TABLES = [
    m._meta.db_table for m in (Person, Case, TimelineEntry, HolderSpell, Dossier, Fact, Record)
]


def bare_tables() -> None:
    """The same tables again, filled with what stands there already."""
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA IF EXISTS bare CASCADE")
        cursor.execute("CREATE SCHEMA bare")
        for table in TABLES:
            cursor.execute(f"CREATE TABLE bare.{table} (LIKE public.{table} INCLUDING ALL)")
            cursor.execute(
                f"INSERT INTO bare.{table} OVERRIDING SYSTEM VALUE SELECT * FROM public.{table}"
            )
        keys = (
            "SELECT relname, conname, pg_get_constraintdef(c.oid) FROM pg_constraint c JOIN pg_class r ON r.oid = conrelid"
            " JOIN pg_namespace n ON n.oid = relnamespace WHERE contype = 'f' AND nspname = 'public' AND relname = ANY(%s)"
        )
        cursor.execute(keys, [TABLES])
        found = cursor.fetchall()
        cursor.execute("SET search_path = bare, public")
        for table, name, definition in found:
            cursor.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")
        cursor.execute("SET search_path = public")


def new_rows() -> dict[str, bytes]:
    """What the last slice wrote, as COPY wants it."""
    dumps = {}
    with connection.cursor() as cursor:
        for table in TABLES:
            new = f"SELECT * FROM public.{table} WHERE id > (SELECT coalesce(max(id), 0) FROM bare.{table})"
            with cursor.copy(f"COPY ({new}) TO STDOUT") as copy:
                dumps[table] = b"".join(bytes(block) for block in copy)
    return dumps


def copy_bare(dumps: dict[str, bytes]) -> int:
    """The peer: one transaction, one COPY a table."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table, text in dumps.items():
            with cursor.copy(f"COPY bare.{table} FROM STDIN") as copy:
                copy.write(text)
    return SLICE


def counts(schema: str) -> list[int]:
    with connection.cursor() as cursor:
        found = []
        for table in TABLES:
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


def main() -> None:
    if not ON_POSTGRESQL:
        print("intake: needs PostgreSQL (DATABASE_URL)")
        return
    places = make_bodies(at=AT)
    pairs: list[tuple[Slice, Slice]] = []
    used: list[float] = []
    server = backend()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        take_in(folder, places, first=0, count=SLICE, at=AT)
        bare_tables()
        for number in range(1, ROUNDS + 1):
            file = write_file(folder / "old.csv", places, first=number * SLICE, count=SLICE)

            def ours(file: Path = file) -> int:
                return take_in_file(
                    file=file, actor=SYSTEM, at=AT, progress=lambda read: None
                ).added

            mine, my_cpu = measured(ours, server)
            dumps = new_rows()
            theirs, their_cpu = measured(lambda dumps=dumps: copy_bare(dumps), server)
            pairs.append((mine, theirs))
            used.append(their_cpu / my_cpu)
    rows = counts("public")
    assert rows == counts("bare"), (rows, counts("bare"))
    print(f"{SLICE * (ROUNDS + 1):,} dossiers: {dict(zip(TABLES, rows, strict=True))}")
    cpu = f"{statistics.median(used):.2f} ({min(used):.2f} … {max(used):.2f})"
    print(f"CPU of client and server, bare COPY's of ours: {cpu}")
    conclude("intake", tell("intake", pairs, peer_name="bare COPY"), 0.5, better="higher")


if __name__ == "__main__":
    main()
