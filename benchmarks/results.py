"""What was measured at size is kept in `results.json`, from which the sizing page is written."""

import json
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("results.json")


def keep(name: str, value: Any) -> None:
    """Put the measurement in the place of the one before."""
    results = read() | {name: value}
    FILE.write_text(
        json.dumps(results, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8"
    )


def read() -> dict[str, Any]:
    """All measurements by name."""
    return json.loads(FILE.read_text("utf-8")) if FILE.exists() else {}
