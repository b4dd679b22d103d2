"""Record many facts at once."""

from collections.abc import Iterable
from datetime import datetime

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
    """Add facts of one kind; all or, where one is refused, none."""
    insert.add([insert.row(kind, e.at, e.organization_id, e.unit_code, e.fields) for e in entries])
