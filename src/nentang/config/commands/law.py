"""`nentang law`: the dated law files of all apps."""

import argparse
from pathlib import Path

import yaml
from django.conf import settings
from rich.console import Console
from rich.table import Table

from nentang.government.catalogue.adapters.law_files import every_bundle_in_files
from nentang.government.finance.rules.revenue_items import revenue_items_law
from nentang.kernel.law import Law, LawUnreadable, load_law

SOURCE = Path(settings.ROOT) / "src/nentang"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with the files."""
    parser.add_argument(
        "what", choices=["list", "lint", "show"], help="list all, lint all, or show one"
    )
    parser.add_argument("path", nargs="?", help="a file as `list` names it")


def run(arguments: argparse.Namespace) -> int:
    """0 where every file can be loaded, every bundle of a procedure be put together of them, and every fee has its item."""
    if arguments.what == "show":
        _show(SOURCE / (arguments.path or ""))
        return 0
    return _survey(only_faults=arguments.what == "lint")


def law_files() -> list[Path]:
    """Every file of dated rules (those with a `rules:` list)."""
    return [
        path
        for path in sorted(SOURCE.glob("*/*/law/**/*.yaml"))
        if "\nrules:" in path.read_text("utf-8")
    ]


def load(path: Path) -> Law[object]:
    """The law with its values as they stand in the file."""
    return load_law(path, dict)


def _survey(*, only_faults: bool) -> int:
    console, faults, unverified = Console(), 0, 0
    table = Table("file", "title", "from", "act", "verified")
    for path in law_files():
        try:
            law = load(path)
        except LawUnreadable as fault:
            console.print(f"[red]{path.relative_to(SOURCE)}: {fault}")
            faults += 1
            continue
        for rule in law.rules:
            unverified += not rule.verified
            mark = "yes" if rule.verified else "no"
            table.add_row(
                str(path.relative_to(SOURCE)),
                law.title,
                str(rule.period.valid_from),
                rule.citation,
                mark,
            )
    for misfit in filter(None, (_misfit(), *fees_without_item())):
        console.print(f"[red]{misfit}")
        faults += 1
    if not only_faults:
        console.print(table)
    console.print(
        f"{len(law_files())} law files, {faults} unreadable, {unverified} rules not yet verified"
    )
    return 1 if faults else 0


def _misfit() -> str:
    """What first stops procedures, fees, forms and results from fitting together; empty: nothing."""
    try:
        list(every_bundle_in_files())
    except LawUnreadable as fault:
        return str(fault)
    return ""


def fees_without_item() -> list[str]:
    """Fees of procedures that the budget chart of their first day has no place for, each with what to mend."""
    chart = revenue_items_law()
    first = chart.rules[0].period.valid_from
    found = []
    for bundle in every_bundle_in_files():
        items = chart.in_force(on=max(first, bundle.valid_from))
        for line in bundle.fees.value.lines if bundle.fees else ():
            if line.item not in items:
                found.append(
                    f"fees/{bundle.procedure.code}.yaml, {bundle.valid_from}: {line.name.vi}: "
                    f"name an item of government/finance/law/revenue_items.yaml, not {line.item!r}"
                )
    return found


def _show(path: Path) -> None:
    print(yaml.safe_dump(yaml.safe_load(path.read_text("utf-8")), allow_unicode=True))  # noqa: T201
