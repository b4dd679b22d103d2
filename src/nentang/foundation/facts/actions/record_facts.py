"""Record many facts at once."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby, repeat

from msgspec import field

from nentang.foundation.facts.adapters import insert
from nentang.foundation.facts.rules import FactKind
from nentang.kernel.frozen import Frozen


class FactEntry(Frozen, kw_only=True, gc=False):
    """What `record_fact` takes, as a value."""

    at: datetime
    organization_id: int | None
    unit_code: str
    fields: dict[str, object] = field(default_factory=dict)


def record_facts(kind: FactKind, entries: Iterable[FactEntry], /) -> None:
    """Add facts of one kind; all or, where one is refused, none. What is said again and again is checked once."""
    insert.add(
        row for entry, same in groupby(entries) for row in repeat(_row(kind, entry), _count(same))
    )


def _row(kind: FactKind, entry: FactEntry) -> insert.Row:
    return insert.row(kind, entry.at, entry.organization_id, entry.unit_code, entry.fields)


def _count(same: Iterable[FactEntry]) -> int:
    return sum(1 for _ in same)
