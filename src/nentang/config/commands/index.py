"""`nentang index`: frameworks, scoring of tables, the red team."""

import argparse
import csv
import sys
from pathlib import Path

from django.conf import settings
from rich.console import Console
from rich.table import Table

from nentang.config.cli import Stop
from nentang.kernel.law import Law, LawUnreadable
from nentang.measure.index.rules.cheats import plant
from nentang.measure.index.rules.foreign import foreign_framework
from nentang.measure.index.rules.framework import (
    FAMILIES,
    Framework,
    law_of,
)
from nentang.measure.index.rules.redteam import SEED, UNITS, measure
from nentang.measure.index.rules.tables import MOST_CHARACTERS, Scored, TableFault, score_table

TOLERANCE = 1e-4
MOST_UNITS, MOST_BYTES = 20_000, 1_000_000
PAGE = Path(settings.ROOT) / "docs" / "explanation" / "index.md"
BEGINS, ENDS = "<!-- rates begin -->", "<!-- rates end -->"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, with which framework."""
    words = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    words.add_parser("list", help="list the frameworks")
    team = words.add_parser("redteam", help="plant cheats and tell how many are found")
    team.add_argument("--units", type=int, default=UNITS, help=f"invented reports ({UNITS})")
    team.add_argument("--seed", type=int, default=SEED, help=f"the same for the same seed ({SEED})")
    team.add_argument("--write", action="store_true", help="write the rates into the docs")
    score = words.add_parser("score", help="score a table: one row a unit, one column a node")
    score.add_argument("path", type=Path, metavar="FILE", help="CSV or JSON")
    score.add_argument(
        "--framework", default="dti_province", help="as `list` names it, or a YAML file"
    )
    score.add_argument("--year", type=int, help="for tables without a column `year`")
    score.add_argument("--csv", action="store_true", help="write the result as CSV")


def run(arguments: argparse.Namespace) -> int:
    """0 once done; 1 where a published value differs by more than a ten-thousandth of the scale."""
    if arguments.what == "list":
        _list()
        return 0
    if arguments.what == "redteam":
        return _redteam(arguments.units, arguments.seed, write=arguments.write)
    scored = _score(_law(arguments.framework), arguments.path, arguments.year)
    (_write_csv if arguments.csv else _show)(scored)
    apart = [each for each in scored if each.difference is not None and not is_equal(each)]
    return 1 if apart else 0


def is_equal(scored: Scored) -> bool:
    """Whether ours is what was published, within a ten-thousandth of the scale."""
    difference = scored.difference or 0
    return abs(float(difference)) <= TOLERANCE * float(scored.framework.scale)


def _law(name: str) -> Law[Framework]:
    if name in FAMILIES:
        return law_of(name)
    path = Path(name)
    if path.suffix not in {".yaml", ".yml"} or not path.exists():
        raise Stop(f"no framework {name}; there are {', '.join(FAMILIES)}, or name a YAML file")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Stop(f"{path} is larger than {MOST_BYTES} bytes")
        return foreign_framework(path.name, path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, LawUnreadable) as fault:
        raise Stop(f"{path}: {fault}") from fault


def _score(law: Law[Framework], path: Path, year: int | None) -> list[Scored]:
    try:
        if path.stat().st_size > 4 * MOST_CHARACTERS:
            raise Stop(f"{path} is larger than {4 * MOST_CHARACTERS} bytes")
        text = path.read_text("utf-8")
        return score_table(law, text, year=year, is_json=path.suffix == ".json")
    except (OSError, UnicodeDecodeError, TableFault) as fault:
        raise Stop(f"{path}: {fault}") from fault


def _list() -> None:
    table = Table("framework", "from year", "act", "nodes", "not public", "verified")
    for family in FAMILIES:
        for rule in law_of(family).rules:
            nodes = list(rule.value.root.all())
            table.add_row(
                family,
                str(rule.value.first_year),
                rule.citation,
                str(len(nodes)),
                str(sum(node.hidden for node in nodes)),
                "yes" if rule.verified else "no",
            )
    Console().print(table)


def _redteam(units: int, seed: int, *, write: bool) -> int:
    if not 0 < units <= MOST_UNITS:
        raise Stop(f"from 1 to {MOST_UNITS} units")
    table = rates_table(units, seed)
    Console().print(table)
    if write:
        text = PAGE.read_text("utf-8")
        begin, end = text.index(BEGINS) + len(BEGINS), text.index(ENDS)
        PAGE.write_text(f"{text[:begin]}\n{table}\n{text[end:]}", "utf-8")
    return 0


def rates_table(units: int, seed: int) -> str:
    """What the detectors find of so many invented reports, as a table of the docs."""
    rows = [
        f"| `{each.detector}` | {each.planted} | {each.detection:.1%} | {each.honest} | {each.false_alarms:.1%} |"
        for each in measure(plant(units=units, seed=seed))
    ]
    head = (
        f"{units} reports, seed {seed}:",
        "",
        "| detector | cheats planted | found | honest reports | accused |",
        "|---|---|---|---|---|",
    )
    return "\n".join([*head, *rows])


def _cells(each: Scored) -> tuple[str, ...]:
    digits = max(each.framework.digits, 6 if each.framework.scale == 1 else 4)
    value = "unknown" if each.value is None else f"{float(each.value):.{digits}f}"
    published = "" if each.row.published is None else f"{float(each.row.published):g}"
    difference = "" if each.difference is None else f"{float(each.difference):+.6f}"
    place = str(each.place or "")
    coverage = f"{float(each.reckoned.coverage):.0%}"
    return (each.row.unit, str(each.row.year), value, place, coverage, published, difference)


HEAD = ("unit", "year", "value", "place", "known", "published", "difference")


def _show(scored: list[Scored]) -> None:
    table = Table(*HEAD)
    for each in scored:
        table.add_row(*_cells(each))
    Console().print(table)


def _write_csv(scored: list[Scored]) -> None:

    csv.writer(sys.stdout).writerows([HEAD, *map(_cells, scored)])
