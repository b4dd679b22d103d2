"""Who has looked, and whether the chain still holds."""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from functools import cache
from pathlib import Path

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import TruncDate

from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, load_law

from .enums import FIELD_TITLES
from .models import DayRoot, Position, Record, Seal
from .registry import organization_names, role_title
from .rules import GENESIS, day_root, record_hash

HASHED = tuple(
    field.attname for field in Record._meta.concrete_fields if field.attname not in {"txid"}
)


class Look(Frozen):
    """One look at a person's data, as the person may read it."""

    id: int
    at: datetime
    name: str
    role: str
    organization: str
    subject: str
    fields: tuple[str, ...]
    purpose: str
    legal_basis: str
    under_mandate: bool

    @property
    def field_titles(self) -> str:
        """The fields as people call them, in one line."""
        return ", ".join(str(FIELD_TITLES.get(name, name)) for name in self.fields)


@cache
def right_to_know() -> Law[None]:
    """By which act people may ask about looks at their data, by day."""
    return load_law(Path(__file__).parent / "law" / "right_to_know.yaml", lambda value: None)


def looks_at_person(person_id: int, before_id: int | None = None, limit: int = 20) -> list[Look]:
    """Looks by others at that person's data, latest first, below `before_id`; two queries."""
    rows = Record.objects.looks().filter(person_id=person_id)
    others = rows.filter(Q(actor_person_id=None) | ~Q(actor_person_id=person_id))
    return _looks(others.page(before_id, limit))


def looks_at_subject(subject: str, before_id: int | None = None, limit: int = 20) -> list[Look]:
    """Looks at one thing (`dossier:123`), latest first, below `before_id`; two queries."""
    return _looks(Record.objects.looks().filter(subject=subject).page(before_id, limit))


def people_looked_at(
    *, since: datetime, until: datetime, least: int, account_id: int | None = None
) -> dict[int, int]:
    """At how many others' data each account looked in that time, day by day added up; from `least` on.

    One query over the looks of that time.
    """
    rows = Record.objects.looks().filter(at__gte=since, at__lt=until)
    rows = rows.exclude(actor_account_id=None).exclude(actor_person_id=F("person_id"))
    if account_id is not None:
        rows = rows.filter(actor_account_id=account_id)
    seen = (
        rows.order_by()
        .values("actor_account_id", day=TruncDate("at"))
        .annotate(people=Count("person_id", distinct=True))
    )
    counts: dict[int, int] = {}
    for account, people in seen.values_list("actor_account_id", "people"):
        counts[account or 0] = counts.get(account or 0, 0) + people
    return {account: count for account, count in counts.items() if count >= least}


def _looks(rows: QuerySet[Record]) -> list[Look]:
    names = organization_names({row.organization_id for row in rows if row.organization_id})
    return [_look(row, names.get(row.organization_id or 0, "")) for row in rows]


def _look(row: Record, organization: str) -> Look:
    return Look(
        id=row.pk,
        at=row.at,
        name=row.actor_name,
        role=role_title(row.actor_role),
        organization=organization,
        subject=row.subject,
        fields=tuple(row.fields),
        purpose=row.purpose,
        legal_basis=row.legal_basis,
        under_mandate=row.mandate_id is not None,
    )


def hashed_values(row: Record) -> dict[str, object]:
    """What the hash of a record covers: every column but the transaction's number."""
    return {name: getattr(row, name) for name in HASHED}


class Fault(StrEnum):
    """What is wrong with a chain."""

    ALTERED = "altered"
    MISSING = "missing"
    UNSEALED = "unsealed"
    SEAL_ALTERED = "seal_altered"
    ROOT_ALTERED = "root_altered"


class Verdict(Frozen):
    """Whether the chain holds; where it does not, the first fault.

    `record_id` is the first record that is altered, missing or slipped in; None where a seal or a
    root is at fault. `head` is the hash at the end of what holds.
    """

    checked: int
    head: str
    fault: Fault | None = None
    record_id: int | None = None
    seal_id: int | None = None

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return self.fault is None

    @property
    def sentence(self) -> str:
        """What an administrator reads."""
        if self.fault is None:
            return f"{self.checked:,} records hold, the chain ends with {self.head[:16]}"
        where = f"record {self.record_id}" if self.record_id else f"seal {self.seal_id}"
        return f"{self.fault.replace('_', ' ')} at {where}; {self.checked:,} records before it hold"


def verify() -> Verdict:
    """Recompute the whole chain from the records, batch by batch."""
    head, checked, end = GENESIS, 0, Position(-1, 0)
    for seal in Seal.objects.order_by("id").iterator(chunk_size=1):
        if fault := _check(seal, head):
            return Verdict(checked, head, *fault, seal.pk)
        head, checked, end = seal.hash, checked + seal.count, Position(seal.last_txid, seal.last_id)
    return _check_slipped_in(end, checked, head) or _check_roots(checked, head)


def _check(seal: Seal, previous: str) -> tuple[Fault, int | None] | None:
    """The first fault in one batch."""
    rows = Record.objects.in_bulk([record_id for record_id, _ in seal.sealed()])
    head = bytes.fromhex(previous)
    for record_id, stored in seal.sealed():
        if record_id not in rows:
            return Fault.MISSING, record_id
        head = record_hash(head, hashed_values(rows[record_id]))
        if head != stored:
            return Fault.ALTERED, record_id
    return (
        None if (seal.previous, seal.hash) == (previous, head.hex()) else (Fault.SEAL_ALTERED, None)
    )


def _check_slipped_in(end: Position, checked: int, head: str) -> Verdict | None:
    """A record below the end of the chain that no seal covers."""
    sealed = Record.objects.up_to(end)
    if sealed.count() == checked:
        return None
    covered = {record_id for record_id, _ in _all_sealed()}
    extra = next(
        pk for pk in sealed.order_by("id").values_list("id", flat=True) if pk not in covered
    )
    return Verdict(checked, head, Fault.UNSEALED, extra)


def _all_sealed() -> Iterator[tuple[int, bytes]]:
    for seal in Seal.objects.order_by("id").iterator(chunk_size=10):
        yield from seal.sealed()


def _check_roots(checked: int, head: str) -> Verdict:
    previous = GENESIS
    for root in DayRoot.objects.select_related("seal").order_by("id"):
        expected = day_root(previous, root.day, root.seal.hash)
        if (root.previous, root.hash) != (previous, expected):
            return Verdict(checked, head, Fault.ROOT_ALTERED, None, root.seal_id)
        previous = root.hash
    return Verdict(checked, head)
