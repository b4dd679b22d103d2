"""Seal what was recorded."""

from datetime import datetime

from django.db import transaction

from nentang.foundation.audit.models import DayRoot, Position, Record, Seal
from nentang.foundation.audit.queries import hashed_values
from nentang.foundation.audit.rules import GENESIS, day_root, record_hash
from nentang.kernel.clock import legal_day


def seal(*, at: datetime, limit: int = 5000) -> int:
    """Chain up to `limit` records that no running transaction can still precede; how many it was.

    Called by the worker, never by those who act. A second sealer at the same time fails on the
    unique `previous` and changes nothing.
    """
    last = Seal.objects.order_by("-id").first()
    rows = list(Record.objects.settled_after(_end_of_chain(last))[:limit])
    if rows:
        with transaction.atomic():
            _close_day(last, at)
            _chain(rows, last, at)
    return len(rows)


def _end_of_chain(last: Seal | None) -> Position:
    end = Position(last.last_txid, last.last_id) if last else Position(-1, 0)
    adopted = Record.objects.adopt_restored(end)
    if last and adopted != end:
        last.last_txid, last.last_id = adopted
        last.save(update_fields=["last_txid", "last_id"])
    return adopted


def _chain(rows: list[Record], last: Seal | None, at: datetime) -> None:
    previous = last.hash if last else GENESIS
    head, entries = bytes.fromhex(previous), []
    for row in rows:
        head = record_hash(head, hashed_values(row))
        entries.append((row.pk, head))
    Seal.objects.create(
        sealed_at=at,
        day=legal_day(at),
        first_id=rows[0].pk,
        last_id=rows[-1].pk,
        last_txid=rows[-1].txid,
        count=len(rows),
        entries=Seal.pack(entries),
        previous=previous,
        hash=head.hex(),
    )


def _close_day(last: Seal | None, at: datetime) -> None:
    """Root the day of the last seal once another has begun; a day is rooted once."""
    if last is None or last.day >= legal_day(at):
        return
    before = DayRoot.objects.order_by("-id").first()
    previous = before.hash if before else GENESIS
    DayRoot.objects.get_or_create(
        day=last.day,
        defaults={
            "seal": last,
            "previous": previous,
            "hash": day_root(previous, last.day, last.hash),
        },
    )
