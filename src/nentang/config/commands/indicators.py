"""`nentang indicators`: what is measured, and computing it."""

import argparse
from datetime import date

from rich.console import Console
from rich.table import Table

from nentang.agreements.actor import SYSTEM
from nentang.foundation.facts.public import indicators
from nentang.kernel import clock
from nentang.measure.indicators.public import (
    Computation,
    compute_indicators,
    find_indicator,
    recompute_indicators,
    value_of,
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with the indicators."""
    parser.add_argument(
        "what",
        choices=["list", "compute", "recompute", "show"],
        help="list, add what is new, compute from all facts, or show one",
    )
    parser.add_argument(
        "code", nargs="?", default="services.online", help="an indicator as `list` names it"
    )
    parser.add_argument("--unit", default="", help="administrative unit code; empty is the nation")
    parser.add_argument("--year", type=int, help="calendar year (this year)")


def run(arguments: argparse.Namespace) -> int:
    """0 once done."""
    if arguments.what == "list":
        _list()
    elif arguments.what == "compute":
        _tell(compute_indicators(actor=SYSTEM, at=clock.now()))
    elif arguments.what == "recompute":
        _tell(recompute_indicators(actor=SYSTEM, at=clock.now()))
    else:
        _show(arguments.code, arguments.unit, arguments.year or clock.legal_day(clock.now()).year)
    return 0


def _tell(computation: Computation) -> None:
    Console().print(f"{computation.values} values, {computation.changed} of them changed")


def _list() -> None:
    table = Table("code", "title", "unit", "version", "act")
    for each in indicators():
        table.add_row(
            each.code, each.title_en, each.unit, str(each.formula_version), each.source_act
        )
    Console().print(table)


def _show(code: str, unit_code: str, year: int) -> None:
    indicator = find_indicator(code)
    last = date(year, 12, 31)
    found = value_of(code, unit_code, first=date(year, 1, 1), last=last, on=last)
    Console().print(
        f"{indicator.title_en}, {year}: {found.value} ({found.numerator:g} / {found.denominator:g})"
    )
