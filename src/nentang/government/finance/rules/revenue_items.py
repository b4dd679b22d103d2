"""The chart of revenue items (mục, tiểu mục) as it held on a day."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from nentang.agreements.revenue import RevenueItem
from nentang.kernel.law import Law, load_law

FILE = Path(__file__).parents[1] / "law" / "revenue_items.yaml"

Chart = Mapping[str, RevenueItem]


@cache
def revenue_items_law() -> Law[Chart]:
    """The law on revenue items."""
    return load_law(FILE, _chart)


def _chart(value: Mapping[str, Any]) -> Chart:
    found = {
        str(code): RevenueItem(str(code), str(group), **words)
        for group, each in sorted(value["groups"].items())
        for code, words in sorted(each["items"].items())
    }
    if sum(len(each["items"]) for each in value["groups"].values()) != len(found):
        raise ValueError("an item stands under two groups")
    return found
