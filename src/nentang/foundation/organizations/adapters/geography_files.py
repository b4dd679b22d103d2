"""Reads the geography files of `law/`: units, successions, codes of bodies."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from nentang.foundation.organizations.rules import Link, UnitKey
from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, load_law
from nentang.kernel.periods import Period

LAW = Path(__file__).resolve().parent.parent / "law"


class UnitRow(Frozen):
    """One unit as its file gives it."""

    key: UnitKey
    period: Period
    parent_code: str
    name: str
    latitude: float | None
    longitude: float | None


class LinkRow(Frozen):
    """One succession as its file gives it, both ends found."""

    link: Link
    effective_on: date


class MinistryRow(Frozen):
    """One ministry; `successor` is the name of the body it went to."""

    code: str
    name: str
    period: Period
    successor: str


class UnitCounts(Frozen):
    """How many units the law counts at each level."""

    provinces: int
    districts: int
    communes: int


def fingerprint() -> str:
    """A hash over the content of all geography files."""
    digest = sha256()
    for path in sorted(LAW.glob("*.csv")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


@cache
def geography_law() -> Law[UnitCounts]:
    """Which act lists the units since when, and how many it lists."""
    return load_law(LAW / "sources.yaml", _counts)


def _counts(value: Mapping[str, Any]) -> UnitCounts:
    return UnitCounts(**value)


def unit_rows() -> list[UnitRow]:
    """All units, provinces before districts before communes."""
    return [
        UnitRow(
            key=UnitKey(row["code"], date.fromisoformat(row["valid_from"])),
            period=_period(row),
            parent_code=row["parent"],
            name=row["name"],
            latitude=float(row["latitude"]) if row["latitude"] else None,
            longitude=float(row["longitude"]) if row["longitude"] else None,
        )
        for row in sorted(_rows(LAW / "units.csv"), key=lambda row: len(row["code"]))
    ]


class Holders:
    """Finds who held a code on a day."""

    def __init__(self, units: Iterable[UnitRow]) -> None:
        self._by_code: dict[str, list[UnitRow]] = defaultdict(list)
        for unit in units:
            self._by_code[unit.key.code].append(unit)

    def on(self, code: str, day: date) -> UnitKey:
        """The unit with that code on that day; KeyError where there is none."""
        for unit in self._by_code[code]:
            if day in unit.period:
                return unit.key
        raise KeyError(f"{code} {day}")


def link_rows(holders: Holders) -> list[LinkRow]:
    """All successions; the day stands in the file's name."""
    return [
        LinkRow(_link(row, day, holders), day)
        for path in sorted(LAW.glob("successions_*.csv"))
        for day in [date.fromisoformat(path.stem.removeprefix("successions_"))]
        for row in _rows(path)
    ]


def _link(row: Mapping[str, str], day: date, holders: Holders) -> Link:
    return Link(
        old=holders.on(row["old"], day - timedelta(days=1)),
        new=holders.on(row["new"], day),
        whole=row["extent"] == "whole",
        usual=row["usual"] == "1",
    )


def ministry_rows() -> list[MinistryRow]:
    """The ministries; those that took over from others come first."""
    rows = [
        MinistryRow(row["code"], row["name"], _period(row), row["successor"])
        for row in _rows(LAW / "ministries.csv")
    ]
    return sorted(rows, key=lambda row: row.successor)


def province_codes() -> dict[str, str]:
    """The code of the People's Committee by the code of its province."""
    return {row["unit"]: row["code"] for row in _rows(LAW / "province_codes.csv")}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _period(row: Mapping[str, str]) -> Period:
    end = row["valid_to"]
    return Period(date.fromisoformat(row["valid_from"]), date.fromisoformat(end) if end else None)
