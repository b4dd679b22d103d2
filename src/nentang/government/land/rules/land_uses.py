"""Purposes for which land is used, by the letters that maps show."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, load_law

FILE = Path(__file__).parents[1] / "law" / "land_uses.yaml"
RESIDENTIAL = frozenset({"ONT", "ODT"})


class LandUse(Frozen):
    """A purpose with its name in both languages."""

    code: str
    vi: str
    en: str


class LandUses(Frozen):
    """The list of a day."""

    by_code: Mapping[str, LandUse]


@cache
def land_uses_law() -> Law[LandUses]:
    """Which purposes there are on which day."""
    return load_law(FILE, _parse)


def _parse(value: Mapping[str, Any]) -> LandUses:
    return LandUses({code: LandUse(code, said["vi"], said["en"]) for code, said in value.items()})
