"""Old dossiers of a former system against a bare COPY of the very same rows into the same tables.

Every slice is a new file; both sides end with as many rows (see `bare_copy`).
Beside the rates stands the CPU of client and server together. PostgreSQL only.
"""

import statistics
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.database import ON_POSTGRESQL, prepare

prepare()

from benchmarks.bare_copy import (  # noqa: E402
    backend,
    bare_tables,
    copy_bare,
    counts,
    measured,
    new_rows,
)
from benchmarks.harness import ROUNDS, Slice, conclude, tell  # noqa: E402
from benchmarks.old_files import make_bodies, take_in, write_file  # noqa: E402
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
        bare_tables(TABLES)
        for number in range(1, ROUNDS + 1):
            file = write_file(folder / "old.csv", places, first=number * SLICE, count=SLICE)

            def ours(file: Path = file) -> int:
                return take_in_file(
                    file=file, actor=SYSTEM, at=AT, progress=lambda read: None
                ).added

            mine, my_cpu = measured(ours, server)
            dumps = new_rows(TABLES)
            theirs, their_cpu = measured(lambda dumps=dumps: copy_bare(dumps, SLICE), server)
            pairs.append((mine, theirs))
            used.append(their_cpu / my_cpu)
    rows = counts("public", TABLES)
    assert rows == counts("bare", TABLES), (rows, counts("bare", TABLES))
    print(f"{SLICE * (ROUNDS + 1):,} dossiers: {dict(zip(TABLES, rows, strict=True))}")
    cpu = f"{statistics.median(used):.2f} ({min(used):.2f} … {max(used):.2f})"
    print(f"CPU of client and server, bare COPY's of ours: {cpu}")
    conclude("intake", tell("intake", pairs, peer_name="bare COPY"), 0.5, better="higher")


if __name__ == "__main__":
    main()
