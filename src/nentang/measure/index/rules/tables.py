"""Tables that people bring: one row a unit and year, one column a node of the framework; every fault is named.

CSV has a head; JSON is a list of rows, or an object with them under `rows`. A column is known by the code of
its node or by an alias; words about the unit stand in `unit`, `province`, `country`, `name` or `code`; the year in
`year`; what was published in a column that ends in `published`.
"""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law

from .framework import Framework, Node, by_name, rule_for
from .reckoning import Reckoned, reckon_all
from .scoring import AMONG, Answer, AnswerUnfit, Grade, YesNo, places, share_of

MOST_CHARACTERS, MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 5_000_000, 20_000, 500, 500
UNIT_COLUMNS = ("unit", "province", "country", "ministry", "name", "don_vi", "code")
YEAR_COLUMN = "year"
PUBLISHED = "published"
YES = {"1": True, "0": False, "yes": True, "no": False, "có": True, "không": False}


class TableFault(ValueError):
    """What is wrong with a table, with line and column."""


class Row(Frozen):
    """One unit of a year: what is known of it, and what somebody published."""

    line: int
    unit: str
    year: int
    inputs: dict[str, Answer]
    published: Fraction | None = None


class Scored(Frozen):
    """A row with what it comes to, its place among those of its year, and how far that is from what was published."""

    row: Row
    framework: Framework
    reckoned: Reckoned
    place: int | None

    @property
    def value(self) -> Fraction | None:
        """On the scale on which the framework is published."""
        share = self.reckoned.share
        return None if share is None else share * self.framework.scale

    @property
    def difference(self) -> Fraction | None:
        """Ours less what was published."""
        if self.value is None or self.row.published is None:
            return None
        return self.value - self.row.published


def score_table(law: Law[Framework], text: str, *, year: int | None, is_json: bool) -> list[Scored]:
    """Every row, each by the rule of its year (`year` where the table has none); TableFault."""
    rows = read_rows(text, is_json=is_json)
    asked = _asked_columns(law)
    filled = [
        (line, row)
        for line, row in enumerate(rows, 2)
        if any(text.strip() and name in asked for name, text in row.items())
    ]
    if not filled:
        named = ", ".join(node.code for node in law.rules[-1].value.root.all())
        raise TableFault(f"no column of the framework has a value; it knows {named[:400]}")
    columns = cache(lambda own: columns_of(_framework(law, own, filled[0][0])))
    read = [_row(law, line, row, year, columns) for line, row in filled]
    found: list[Scored] = []
    for each in sorted({row.year for row in read}):
        framework = _framework(law, each, read[0].line)
        found += _scored(framework, [row for row in read if row.year == each])
    order = {id(row): place for place, row in enumerate(read)}
    return sorted(found, key=lambda scored: order[id(scored.row)])


def read_rows(text: str, *, is_json: bool) -> list[dict[str, str]]:
    """Rows of texts by column; TableFault where they cannot be read."""
    if len(text) > MOST_CHARACTERS:
        raise TableFault(f"more than {MOST_CHARACTERS} characters")
    rows = _json_rows(text) if is_json else _csv_rows(text)
    if not rows:
        raise TableFault("no rows")
    if len(rows) > MOST_ROWS:
        raise TableFault(f"more than {MOST_ROWS} rows")
    return rows


def _csv_rows(text: str) -> list[dict[str, str]]:
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    try:
        lines = list(reader)
    except csv.Error as error:
        raise TableFault(f"line {reader.line_num}: {error}") from error
    if not lines:
        raise TableFault("empty")
    head = [_column(name) for name in lines[0]]
    if len(head) > MOST_COLUMNS:
        raise TableFault(f"more than {MOST_COLUMNS} columns")
    twice = {name for name in head if name and head.count(name) > 1}
    if twice:
        raise TableFault(f"column {sorted(twice)[0]!r} stands twice in the head")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        if len(line) > len(head):
            raise TableFault(f"line {number}: {len(line)} cells under a head of {len(head)}")
        if any(cell.strip() for cell in line):
            rows.append(dict(zip(head, line, strict=False)))
    return rows


def _json_rows(text: str) -> list[dict[str, str]]:
    try:
        document = json.loads(text, parse_float=str, parse_int=str)
    except (ValueError, RecursionError) as error:
        raise TableFault(f"no JSON: {str(error)[:120]}") from error
    rows = document.get("rows") if isinstance(document, dict) else document
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise TableFault("a list of objects is needed, or an object with one under `rows`")
    return [{_column(str(name)): _cell(value) for name, value in row.items()} for row in rows]


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if value is None:
        return ""
    if not isinstance(value, str):
        raise TableFault("a cell must be a text, a number, true, false or null")
    return value


def _column(name: str) -> str:
    return name.strip().lower()


def _row(
    law: Law[Framework],
    line: int,
    row: Mapping[str, str],
    year: int | None,
    columns: Callable[[int], dict[str, Node]],
) -> Row:
    own = _year(line, row, year)
    framework, nodes = _framework(law, own, line), columns(own)
    inputs: dict[str, Answer] = {}
    for name, text in row.items():
        node = nodes.get(name)
        if node is None or node is framework.root or not text.strip():
            continue
        inputs[node.code] = read_answer(node, text, framework, where=f"line {line}, {name}")
    published = _published(line, row, framework)
    if not inputs:
        named = ", ".join(node.code for node in framework.root.all())[:400]
        raise TableFault(f"line {line}: no column of {own} has a value; that year knows {named}")
    return Row(line, _unit(row) or f"{line}", own, inputs, published)


def columns_of(framework: Framework) -> dict[str, Node]:
    """Nodes by how a column may be called: code, alias, or title where no other node has the same."""
    titles = [
        text.lower() for node in framework.root.all() for text in (node.name.vi, node.name.en)
    ]
    named = {
        text.lower(): node
        for node in framework.root.all()
        for text in (node.name.vi, node.name.en)
        if titles.count(text.lower()) == 1
    }
    return named | {name.lower(): node for name, node in by_name(framework).items()}


def _asked_columns(law: Law[Framework]) -> set[str]:
    """Columns of any year that say something to score; a row of a result alone says nothing."""
    known, roots = set[str](), set[str]()
    for rule in law.rules:
        for name, node in columns_of(rule.value).items():
            (roots if node is rule.value.root else known).add(name)
    return known - roots


def _unit(row: Mapping[str, str]) -> str:
    return next((row[name].strip() for name in UNIT_COLUMNS if row.get(name, "").strip()), "")


def _year(line: int, row: Mapping[str, str], year: int | None) -> int:
    text = row.get(YEAR_COLUMN, "").strip()
    if not text and year is not None:
        return year
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise TableFault(f"line {line}: no year; give a column `year` or say --year")
    return int(text)


def _published(line: int, row: Mapping[str, str], framework: Framework) -> Fraction | None:
    roots = {framework.root.code, *framework.root.aliases}
    for name, text in row.items():
        if (name.endswith(PUBLISHED) or name in roots) and text.strip():
            return read_number(text, where=f"line {line}, {name}")
    return None


def read_answer(node: Node, text: str, framework: Framework, *, where: str) -> Answer:
    """The answer that a text gives for a node: a grade's name, yes or no, a number; TableFault."""
    text = text.strip()
    if len(text) > LONGEST_CELL:
        raise TableFault(f"{where}: longer than {LONGEST_CELL} characters")
    rule = node.rule if not node.parts else None
    if isinstance(rule, Grade):
        answer: Answer = text
    elif isinstance(rule, YesNo):
        if text.lower() not in YES:
            raise TableFault(f"{where}: {text!r} is neither 1 nor 0")
        answer = YES[text.lower()]
    else:
        answer = read_number(text, where=where)
        if rule is None:
            return _share(answer, node, framework, where)
    if rule is None or isinstance(rule, AMONG):
        return answer
    try:
        share_of(rule, answer)
    except AnswerUnfit as unfit:
        raise TableFault(f"{where}: {text!r} does not fit, needed is {unfit}") from unfit
    return answer


def _share(value: Fraction, node: Node, framework: Framework, where: str) -> Fraction:
    if framework.given_in == "points" and node.most:
        value /= node.most
    if not 0 <= value <= 1:
        most = node.most if framework.given_in == "points" else 1
        raise TableFault(f"{where}: {float(value):g} is not between 0 and {most}")
    return value


def read_number(text: str, *, where: str) -> Fraction:
    """`0.9581`, `0,9581`, `95,81 %`, exactly as written; TableFault."""
    plain = text.strip().replace("\N{NO-BREAK SPACE}", "").replace(" ", "")
    whole = plain.removesuffix("%")
    if "," in whole and "." not in whole:
        whole = whole.replace(",", ".")
    digits = whole.removeprefix("-").replace(".", "", 1)
    if not (digits.isascii() and digits.isdigit() and len(whole) <= 30):
        raise TableFault(f"{where}: {text.strip()[:40]!r} is no number")
    value = Fraction(whole if not whole.endswith(".") else whole[:-1])
    return value / 100 if plain.endswith("%") else value


def _framework(law: Law[Framework], year: int, line: int) -> Framework:
    held = rule_for(law, year)
    if held is None:
        first = min(rule.value.first_year for rule in law.rules)
        raise TableFault(f"line {line}: nothing was measured in {year}; the first year is {first}")
    return held.value


def _scored(framework: Framework, rows: Sequence[Row]) -> list[Scored]:
    by_line = {f"{row.line}": row for row in rows}
    reckoned = reckon_all(framework, {key: row.inputs for key, row in by_line.items()})
    known = {key: each.share for key, each in reckoned.items() if each.share is not None}
    place = places(known)
    return [Scored(row, framework, reckoned[key], place.get(key)) for key, row in by_line.items()]
