"""Which ministry owns the procedures of a field (Decree 63/2010/NĐ-CP)."""

from datetime import date
from functools import cache
from pathlib import Path

from nentang.kernel.law import Law, load_law

OWNERS = Path(__file__).parents[1] / "law" / "owners.yaml"


@cache
def _owners() -> Law[dict[str, str]]:
    return load_law(OWNERS, dict)


def owner_code(field: str, on: date) -> str:
    """The code of the ministry on that day; empty where it is not known."""
    return _owners().in_force(on=on).get(field, "")


def fields_of(code: str, on: date) -> frozenset[str]:
    """The fields that the ministry of that code owns."""
    owned = _owners().in_force(on=on)
    return frozenset(field for field, owner in owned.items() if owner == code)
