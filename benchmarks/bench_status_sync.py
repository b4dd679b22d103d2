"""States of another portal's dossiers, doubled and out of order, against a bare COPY of the same lines.

14 million states of 2 million dossiers with SCALE=full (140,000 otherwise), in batches of 1,000 as portals send
them: once in their order into one portal, then shuffled with a tenth sent twice into another. Both must end alike.
The peer only appends: it checks nothing, keeps no latest, and has no index.
"""

import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from benchmarks.database import ON_POSTGRESQL, prepare

prepare()

from django.db import connection  # noqa: E402

from benchmarks.harness import FULL, conclude  # noqa: E402
from nentang.government.status_sync.actions import take_states  # noqa: E402
from nentang.government.status_sync.models import Portal, PortalState  # noqa: E402
from nentang.government.status_sync.rules.states import MOST, TakenState  # noqa: E402

AT = datetime(2020, 1, 1, tzinfo=UTC)
DOSSIERS = 2_000_000 if FULL else 20_000
STEPS = (1, 2, 4, 5, 4, 9, 10)
WINDOW = 50  # batches that are shuffled together


def in_order() -> Iterator[list[TakenState]]:
    """All states, a batch at a time: dossiers overlap as they do in a year."""
    batch: list[TakenState] = []
    for sequence in range(DOSSIERS * len(STEPS)):
        step, number = divmod(sequence, DOSSIERS)
        at = AT + timedelta(seconds=sequence)
        batch.append(TakenState(f"000.00.01.H07-{number:07d}", STEPS[step], at, sequence))
        if len(batch) == MOST:
            yield batch
            batch = []
    if batch:
        yield batch


def out_of_order() -> Iterator[list[TakenState]]:
    """The same, shuffled over fifty batches, a tenth of them twice."""
    dice = random.Random(7)
    held: list[TakenState] = []
    for batch in in_order():
        held += batch + dice.sample(batch, len(batch) // 10)
        if len(held) >= WINDOW * MOST:
            dice.shuffle(held)
            yield from (held[i : i + MOST] for i in range(0, len(held), MOST))
            held = []
    dice.shuffle(held)
    yield from (held[i : i + MOST] for i in range(0, len(held), MOST))


def take(portal: Portal, batches: Iterator[list[TakenState]]) -> float:
    """States a second, the making of them not counted."""
    taken, spent = 0, 0.0
    for batch in batches:
        begun = time.perf_counter()
        take_states(portal=portal, states=batch, at=AT)
        spent += time.perf_counter() - begun
        taken += len(batch)
    return taken / spent


def append() -> float:
    """The peer: the lines of every batch, copied (PostgreSQL) or inserted (SQLite) into a bare table."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE bare (portal_id int, code text, state int, at text, sequence bigint)"
        )
    copied, spent = 0, 0.0
    for batch in in_order():
        rows = [(1, each.code, each.state, each.at.isoformat(), each.sequence) for each in batch]
        begun = time.perf_counter()
        _write(rows)
        spent += time.perf_counter() - begun
        copied += len(rows)
    return copied / spent


def _write(rows: list[tuple[object, ...]]) -> None:
    with connection.cursor() as cursor:
        if ON_POSTGRESQL:
            with cursor.copy("COPY bare FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            cursor.executemany("INSERT INTO bare VALUES (%s, %s, %s, %s, %s)", rows)


def fingerprint(portal: Portal) -> tuple[int, int, int]:
    """Equal for equal ends: how many dossiers, and two sums over all of them."""
    known = PortalState.objects.filter(portal=portal).values_list("code", "state", "sequence")
    count = states = mixed = 0
    for code, state, sequence in known.iterator(chunk_size=10_000):
        count, states = count + 1, states + state
        mixed ^= hash((code, state, sequence))
    return count, states, mixed


def main() -> None:
    """Both orders, the peer between them."""
    straight, shuffled = (
        Portal.objects.create(code=code, name=code, connected_at=AT) for code in ("a", "b")
    )
    ours = take(straight, in_order())
    peer = append()
    doubled = take(shuffled, out_of_order())
    ends = fingerprint(straight), fingerprint(shuffled)
    assert ends[0] == ends[1], ends
    assert ends[0][0] == DOSSIERS
    print(f"{DOSSIERS * len(STEPS):,} states of {DOSSIERS:,} dossiers, both orders end alike")
    print(f"  in order {ours:,.0f} a second, shuffled and doubled {doubled:,.0f}, bare {peer:,.0f}")
    conclude("status_sync", doubled / peer, 0.1, better="higher")


if __name__ == "__main__":
    main()
