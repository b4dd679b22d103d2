"""Compact the exported files."""

from pathlib import Path

from django.conf import settings

from nentang.foundation.facts.adapters.layout import months, parts_of_month, span
from nentang.foundation.facts.adapters.parquet import merge

FEW = 8


def compact(folder: Path | None = None, /) -> int:
    """Make one file of each month that has more than a few; how many files went.

    A crash leaves either the small files or also the whole one, which then counts in their place.
    """
    return sum(_compact(month) for month in months(folder or settings.FACTS_FOLDER))


def _compact(month: Path) -> int:
    parts = parts_of_month(month)
    if len(parts) > FEW:
        target = month / f"part-{span(parts[0])[0]:08d}-{span(parts[-1])[1]:08d}.parquet"
        merge(target, parts)
    counted = set(parts_of_month(month))
    gone = [part for part in month.glob("part-*.parquet") if part not in counted]
    for part in gone:
        part.unlink()
    return len(gone)
