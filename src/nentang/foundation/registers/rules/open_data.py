"""How small a group may be that everybody hears of."""

from functools import cache
from pathlib import Path

from nentang.kernel.law import Law, load_law

FILE = Path(__file__).parents[1] / "law" / "open_data.yaml"


@cache
def smallest_group_law() -> Law[int]:
    """The law on the smallest group that is told."""
    return load_law(FILE, lambda value: int(value["smallest"]))
