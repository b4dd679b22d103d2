"""What the worker does for the network: tell nodes what holds, take over what they logged."""

from datetime import datetime
from pathlib import Path

from django.conf import settings

from nentang.foundation.outbox.public import every

from .actions import count_bodies, refresh_snapshot, take_exchanges


@every(2, "data_sharing.refresh_snapshot")
def _refresh(*, at: datetime) -> None:
    refresh_snapshot(at=at)


@every(1, "data_sharing.take_exchanges")
def _take(*, at: datetime) -> None:
    for folder in settings.EXCHANGE_LOGS:
        if Path(folder).is_dir():
            take_exchanges(folder=Path(folder), at=at)


@every(24 * 3600, "data_sharing.count_bodies")
def _count(*, at: datetime) -> None:
    count_bodies(at=at)
