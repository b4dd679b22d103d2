"""Invented facts of every kind, with the words that the indicators ask for among their texts."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random

import ibis

from nentang.foundation.facts.public import (
    FactEntry,
    FactKind,
    indicators,
    kinds,
    record_facts,
)

MADE: dict[type, Callable[[Random, list[str]], object]] = {
    str: lambda dice, words: dice.choice(words),
    int: lambda dice, _: dice.randint(0, 40),
    float: lambda dice, _: dice.randint(0, 400) / 4,
    bool: lambda dice, _: dice.random() < 0.5,
    date: lambda dice, _: date(2020, 1, 20) + timedelta(days=dice.randint(0, 40)),
}
COMMON = {
    "id": "int64",
    "occurred_at": "timestamp('UTC')",
    "day": "date",
    "organization_id": "int64",
    "unit_code": "string",
}
TYPES = {str: "string", int: "int64", float: "float64", bool: "boolean", date: "date"}
UNITS = ("", "98001", "98002")


def columns_of(kind: FactKind) -> dict[str, str]:
    """The columns of a kind's table, with their types as Ibis names them."""
    return COMMON | {name: TYPES[wanted] for name, wanted in kind.fields.items()}


def a_row(kind: FactKind, number: int, dice: Random) -> dict[str, object]:
    """A fact of that kind, as its table has it."""
    day = date(2020, 1, 20) + timedelta(days=dice.randint(0, 40))
    at = datetime.combine(day, datetime.min.time(), tzinfo=UTC)
    common = (number, at, day, dice.randint(1, 3), dice.choice(UNITS))
    return dict(zip(COMMON, common, strict=True)) | _values(kind, dice)


def record_facts_of_all_kinds(*, at: datetime, each: int = 60) -> None:
    """So many facts of each kind, over ten days."""
    dice = Random(83)
    for kind in kinds():
        entries = [
            FactEntry(
                at=at + timedelta(days=number % 10),
                organization_id=7,
                unit_code=dice.choice(UNITS),
                fields=_values(kind, dice),
            )
            for number in range(each)
        ]
        record_facts(kind, entries)


def _values(kind: FactKind, dice: Random) -> dict[str, object]:
    words = words_of(kind.name)
    return {name: MADE[wanted](dice, words) for name, wanted in kind.fields.items()}


@cache
def words_of(kind: str) -> list[str]:
    """Texts that formulas over the kind ask for, and one that none does."""
    empty = {k.name: ibis.memtable([], schema=ibis.schema(columns_of(k))) for k in kinds()}
    asked = [str(ibis.to_sql(i.expression(empty))) for i in indicators() if kind in i.facts]
    return [*re.findall(r"'(\w+)'", " ".join(asked)), "other"]
