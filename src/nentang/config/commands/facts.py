"""`nentang facts`: what happened, for the measure."""

import argparse

from rich.console import Console
from rich.table import Table

from nentang.foundation.facts.public import compact, export, kinds
from nentang.kernel import clock


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with the facts."""
    parser.add_argument(
        "what", choices=["kinds", "export", "compact"], help="list kinds, or write Parquet"
    )


def run(arguments: argparse.Namespace) -> int:
    """0 once done."""
    {"kinds": _kinds, "export": _export, "compact": _compact}[arguments.what]()
    return 0


def _kinds() -> None:
    table = Table("kind", "version", "fields", "what it is")
    for kind in kinds():
        fields = ", ".join(f"{name}: {type_.__name__}" for name, type_ in kind.fields.items())
        table.add_row(kind.name, str(kind.version), fields, kind.description)
    Console().print(table)


def _export() -> None:
    Console().print(f"{export(at=clock.now())} facts exported")


def _compact() -> None:
    Console().print(f"compacted: {compact()}")
