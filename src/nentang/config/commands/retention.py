"""`nentang retention`: personal data whose time is over."""

import argparse

from rich.console import Console
from rich.table import Table

from nentang.kernel import clock
from nentang.trust.personal_data.public import due_now, erase_expired_data


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell or erase."""
    parser.add_argument(
        "what",
        nargs="?",
        default="due",
        choices=["due", "run"],
        help="count what is due, field by field, and change nothing (due); or erase it now (run)",
    )


def run(arguments: argparse.Namespace) -> int:
    """0 once told or erased."""
    {"due": _due, "run": _run}[arguments.what]()
    return 0


def _due() -> None:
    table = Table("field", "kept days", "due rows", "by", "verified")
    table.columns[0].no_wrap = True
    for each in due_now(clock.now()):
        verified = "yes" if each.verified else "no"
        table.add_row(each.field, str(each.days), str(each.rows), each.citation, verified)
    Console().print(table)


def _run() -> None:
    counts = erase_expired_data(at=clock.now()).counts
    for what, count in sorted(counts.items()):
        Console().print(f"{what}: {count}")
    Console().print(f"erased: {sum(counts.values())}")
