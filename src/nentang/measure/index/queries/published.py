"""What others published: results of earlier years as the press had them, by year and unit."""

import csv
from fractions import Fraction
from functools import cache

from nentang.kernel.frozen import Frozen
from nentang.kernel.text import fold
from nentang.measure.index.rules.framework import FOLDER

LEVELS = {"dti_province": "province", "dti_ministry": "ministry", "dti_nation": "nation"}
KINDS = ("tỉnh ", "thành phố ", "tp. ", "tp ")


class Known(Frozen):
    """A published number: the index itself, a pillar, or only the rank."""

    year: int
    unit: str
    indicator: str
    value: Fraction | None
    rank: int | None
    source: str


def published_of(family: str, year: int, name: str = "") -> list[Known]:
    """What is known to have been published of that year; of one unit, where one is named."""
    level = LEVELS.get(family)
    wanted = plain_name(name)
    return [
        each
        for own, each in _published()
        if own == level and each.year == year and (not name or plain_name(each.unit) == wanted)
    ]


def plain_name(name: str) -> str:
    """`Tỉnh Bến Tre` as it stands in the press."""
    lower = name.lower()
    for kind in KINDS:
        lower = lower.removeprefix(kind)
    return fold(lower)


@cache
def _published() -> list[tuple[str, Known]]:
    found: dict[tuple[str, int, str, str], tuple[str, Known]] = {}
    with (FOLDER / "published_values.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            known = _known(row)
            level = row["level"].partition(" ")[0]
            found[level, known.year, known.unit, known.indicator] = (level, known)
    with (FOLDER / "published_2022_ranking.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = ("province", 2022, row["province"], "DTI")
            old = found.get(key)
            value = old[1].value if old else None
            found[key] = (
                "province",
                Known(2022, row["province"], "DTI", value, int(row["rank"]), "dti.gov.vn"),
            )
    with (FOLDER / "published_2022_mains.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            known = Known(
                2022,
                row["province"],
                "DTI",
                Fraction(row["pdti_published"]),
                int(row["rank"]),
                "dti.gov.vn",
            )
            found["province", 2022, row["province"], "DTI"] = ("province", known)
    return list(found.values())


def _known(row: dict[str, str]) -> Known:
    value = Fraction(row["value"]) if row["value"] else None
    indicator = "DTI" if row["indicator"] in ("DTI", "rank") else row["indicator"]
    if indicator == "total points /1000" and value is not None:
        indicator, value = "DTI", value / 1000
    return Known(
        int(row["year"]),
        row["unit"],
        indicator,
        value,
        int(row["rank"]) if row["rank"] else None,
        row["source"],
    )
