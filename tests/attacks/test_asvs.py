"""The table of OWASP ASVS has every row once, and what it points at is there."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.ROOT)
TABLE = ROOT / "docs" / "explanation" / "asvs.md"
ROW = re.compile(r"\| (\d+\.\d+\.\d+) \| ([^|]+) \| (met|not met|n/a) \| ([^|]+) \|")
ROWS_IN_CHAPTERS = {
    "1": 38,
    "2": 53,
    "3": 18,
    "4": 9,
    "5": 30,
    "6": 13,
    "7": 12,
    "8": 15,
    "9": 7,
    "10": 5,
    "11": 8,
    "12": 15,
    "13": 13,
    "14": 23,
}
"""How many rows of level 2 (and 1) there are in version 4.0.3."""


@cache
def table() -> list[tuple[str, ...]]:
    """Number, words, state and proof of every row."""
    return ROW.findall(TABLE.read_text("utf-8"))


def test_every_row_of_level_two_stands_once() -> None:
    numbers = [row[0] for row in table()]
    assert len(set(numbers)) == len(numbers)
    assert Counter(number.split(".")[0] for number in numbers) == ROWS_IN_CHAPTERS


def test_the_sum_at_its_head_is_right() -> None:
    states = Counter(row[2] for row in table())
    head = f"{len(table())} rows: {states['met']} met, {states['not met']} not met, {states['n/a']}"
    assert head in TABLE.read_text("utf-8")


@pytest.mark.parametrize("row", table(), ids=lambda row: row[0])
def test_what_a_row_points_at_is_there(row: tuple[str, ...]) -> None:
    named = re.findall(r"\]\(([^)]+)\)", row[3])
    assert named or row[2] != "met", "what is met has a proof"
    for target in named:
        assert (TABLE.parent / target).resolve().exists(), target
    for path, test in re.findall(r"\[([\w/.]+)::(\w+)\]", row[3]):
        tests = {n.name for n in ast.walk(_tree(path)) if isinstance(n, ast.FunctionDef)}
        assert test in tests, f"{path} has no {test}"


@cache
def _tree(path: str) -> ast.Module:
    return ast.parse((ROOT / path).read_text("utf-8"))
