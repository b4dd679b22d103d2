"""`nentang intake FILE…`: dossiers of an older system, moved in."""

import argparse
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from nentang.agreements.actor import SYSTEM
from nentang.config.cli import Stop
from nentang.government.services.public import TakenIn, take_in_file, try_file, write_report
from nentang.kernel import clock


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which files, and whether for good."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="CSV or JSON lines")
    parser.add_argument("--dry-run", action="store_true", help="check everything, keep nothing")


def run(arguments: argparse.Namespace) -> int:
    """0 where every row is in, 1 where some were refused: what is wrong stands in FILE.faults.csv."""
    if missing := [str(file) for file in arguments.files if not file.is_file()]:
        raise Stop(f"Không có tệp này. / No such file: {', '.join(missing)}")
    return max(_take_in(file, rehearse=arguments.dry_run) for file in arguments.files)


def _take_in(file: Path, *, rehearse: bool) -> int:
    take, rows = (try_file if rehearse else take_in_file), _lines(file)
    columns = (BarColumn(), TextColumn("{task.completed:,.0f} / {task.total:,.0f}"))
    with Progress(*columns, TimeElapsedColumn(), transient=True) as bar:
        task = bar.add_task(file.name, total=rows)
        taken = take(
            file=file,
            actor=SYSTEM,
            at=clock.now(),
            progress=lambda read: bar.update(task, completed=read),
        )
    return _tell(file, taken)


def _tell(file: Path, taken: TakenIn) -> int:
    refused = len({fault.row for fault in taken.faults})
    Console().print(
        f"{file.name}: {taken.added:,} added, {taken.known:,} here before, {refused:,} refused"
    )
    report = file.with_name(file.name + ".faults.csv")
    report.unlink(missing_ok=True)
    if taken.faults:
        write_report(report, taken.faults)
        Console().print(f"Xem và sửa theo / what to mend: {report}")
    return 1 if taken.faults else 0


def _lines(file: Path) -> int:
    with file.open("rb") as content:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: content.read(1 << 20), b""))
