"""Take in a table of any length, as it is read."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import islice

from nentang.agreements.actor import Actor
from nentang.foundation.registers.errors import RegisterNotFound
from nentang.foundation.registers.permissions import check_may_keep
from nentang.foundation.registers.registry import Intake, Refusal, intake_of, register_named
from nentang.foundation.registers.rules.tables import Row

from ._lines import take_rows_of

AT_ONCE = 2000


def take_in_table(
    *,
    register: str,
    rows: Iterable[Row],
    source: str,
    organization_id: int,
    actor: Actor,
    at: datetime,
    progress: Callable[[int], None] = lambda read: None,
) -> Iterator[Refusal]:
    """Refusals, as rows are taken in; two thousand at once, each kept by itself: a run cut off is repeated.

    `source` is what stands behind the rows, `progress` hears how many were read. Raises RegisterNotFound,
    NotYourRegister.
    """
    kind = register_named(register)
    check_may_keep(actor, kind, organization_id)
    intake = intake_of(kind)
    if intake is None:
        raise RegisterNotFound
    return _taken(intake, iter(rows), source, organization_id, progress, actor, at)


def _taken(
    intake: Intake,
    rows: Iterator[Row],
    source: str,
    organization_id: int,
    progress: Callable[[int], None],
    actor: Actor,
    at: datetime,
) -> Iterator[Refusal]:
    read = 0
    while some := list(islice(rows, AT_ONCE)):
        yield from take_rows_of(
            intake=intake,
            rows=some,
            source=source,
            organization_id=organization_id,
            actor=actor,
            at=at,
        )
        read += len(some)
        progress(read)
