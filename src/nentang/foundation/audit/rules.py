"""How a record, a day and a chain are hashed: SHA-256 over canonical JSON."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from hashlib import sha256

GENESIS = "0" * 64


def record_hash(previous: bytes, values: Mapping[str, object]) -> bytes:
    """The hash of one record behind the one before."""
    return sha256(previous + canonical(values)).digest()


def day_root(previous: str, day: date, head: str) -> str:
    """The root of a day: the root before, the day, the head of the chain at its end."""
    return sha256(f"{previous}{day.isoformat()}{head}".encode()).hexdigest()


def canonical(values: Mapping[str, object]) -> bytes:
    """One spelling for one content: sorted keys, no spaces, instants in UTC."""
    return json.dumps(
        values, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_instant
    ).encode()


def _instant(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    raise TypeError(f"{type(value).__name__} has no canonical spelling")
