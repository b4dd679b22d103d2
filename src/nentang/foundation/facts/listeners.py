"""Periodic work of the facts."""

from datetime import datetime

from nentang.foundation.outbox.public import every

from .actions import compact, export


@every(60, "facts.export")
def export_facts(*, at: datetime) -> None:
    """Write what was recorded since."""
    export(at=at)


@every(24 * 3600, "facts.compact")
def compact_files(*, at: datetime) -> None:
    """Few files a month read faster than many."""
    compact()
