"""Write what nodes must know into their signed file."""

from datetime import datetime, timedelta

from msgspec.structs import replace

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.government.data_sharing.adapters.network_keys import snapshot_file, snapshot_key
from nentang.government.data_sharing.models import Member
from nentang.government.data_sharing.node.snapshot import (
    SnapshotNotGenuine,
    read_snapshot,
    seal_snapshot,
    write_whole,
)
from nentang.government.data_sharing.queries import snapshot_content

AT_LEAST_EVERY = timedelta(minutes=5)


def refresh_snapshot(*, at: datetime) -> bool:
    """Whether the file was written: where something changed, and every five minutes, so that nodes see it lives."""
    if not Member.objects.exists():
        return False
    content = snapshot_content(at=at)
    key, file = snapshot_key(), snapshot_file()
    try:
        present = read_snapshot(file.read_bytes(), key.public_key()).content
    except (FileNotFoundError, SnapshotNotGenuine):
        present = None
    if present:
        age = content.made_at_ms - present.made_at_ms
        same = replace(content, number=present.number, made_at_ms=present.made_at_ms) == present
        if same and 0 <= age < AT_LEAST_EVERY.total_seconds() * 1000:
            return False
        if not same:
            _note(content.number, at)
    write_whole(file, seal_snapshot(content, key))
    return True


def _note(number: int, at: datetime) -> None:
    record(
        actor=SYSTEM,
        action="data_sharing.refresh_snapshot",
        subject=f"snapshot:{number}",
        at=at,
    )
