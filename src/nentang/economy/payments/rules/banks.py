"""Banks by their number (BIN) at NAPAS."""

import csv
from functools import lru_cache
from pathlib import Path

_LIST = Path(__file__).parent.parent / "law" / "bank_bins.csv"


@lru_cache(maxsize=1)
def banks() -> dict[str, str]:
    """Short names by number: `970415` → `VietinBank`."""
    with _LIST.open(encoding="utf-8", newline="") as lines:
        return {row["bin"]: row["short_name"] for row in csv.DictReader(lines)}
