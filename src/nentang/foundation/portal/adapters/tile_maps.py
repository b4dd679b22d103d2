"""Where each province's tile lies, by day: 63 provinces until 30 June 2025, 34 since."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from nentang.foundation.portal.rules.charts import Island, Place, Tiles
from nentang.kernel.law import Law, load_law

FILE = Path(__file__).parents[1] / "law" / "tile_maps.yaml"


def province_tiles(on: date) -> Tiles:
    """The tiles of that day; NothingInForce before August 2008."""
    return _law().in_force(on=on)


@lru_cache(maxsize=1)
def _law() -> Law[Tiles]:
    return load_law(FILE, _parse)


def _parse(value: Mapping[str, Any]) -> Tiles:
    places = (Place(**{**entry, "lines": tuple(entry["lines"])}) for entry in value["places"])
    return Tiles(tuple(places), tuple(Island(**entry) for entry in value["islands"]))
