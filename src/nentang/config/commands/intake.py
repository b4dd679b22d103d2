"""`nentang intake FILE…`: tables of a register, or dossiers of an older system, moved in."""

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from nentang.agreements.actor import SYSTEM
from nentang.config.cli import Stop
from nentang.foundation.organizations.public import organization_by_code
from nentang.foundation.registers.public import (
    FileTaken,
    intake_of,
    registers,
    take_in_file,
    try_file,
)
from nentang.government.services.public import take_in_file as take_in_dossiers
from nentang.government.services.public import try_file as try_dossiers
from nentang.government.services.public import write_report
from nentang.kernel import clock

Told = Callable[[int, int], None]
Taken = TypeVar("Taken")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which files, into which register, and whether for good."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="CSV or JSON lines")
    parser.add_argument(
        "--register",
        metavar="NAME",
        help="tables of that register, also as JSON or GeoJSON; old dossiers otherwise",
    )
    parser.add_argument(
        "--body", metavar="CODE", help="with --register: who keeps what comes in, as H42.15.37"
    )
    parser.add_argument("--check", action="store_true", help="check everything, keep nothing")


def run(arguments: argparse.Namespace) -> int:
    """0 where every row is in, 1 where some were refused: what is wrong stands in FILE.faults.csv."""
    if missing := [str(file) for file in arguments.files if not file.is_file()]:
        raise Stop(f"Không có tệp này. / No such file: {', '.join(missing)}")
    take = _of_register(arguments) if arguments.register else _dossiers
    return max(take(file, is_rehearsal=arguments.check) for file in arguments.files)


def _of_register(arguments: argparse.Namespace) -> Callable[..., int]:
    """How a file is taken into the register that is named, for the body that is named."""
    names = [each.name for each in registers() if intake_of(each)]
    if arguments.register not in names:
        raise Stop(f"Chọn một cơ sở dữ liệu. / Choose a register: {', '.join(names)}.")
    if not arguments.body:
        raise Stop(
            "Ghi --body và mã định danh của cơ quan giữ bản ghi."
            " / Say --body with the code of the body that keeps the records."
        )
    body = organization_by_code(arguments.body, clock.legal_day(clock.now()))
    return partial(_table, register=arguments.register, organization_id=body.id)


def _table(file: Path, *, register: str, organization_id: int, is_rehearsal: bool) -> int:
    report = file.with_name(file.name + ".faults.csv")
    taken = _watched(
        file,
        lambda told: (try_file if is_rehearsal else take_in_file)(
            register=register,
            file=file,
            report=report,
            organization_id=organization_id,
            actor=SYSTEM,
            at=clock.now(),
            progress=told,
        ),
    )
    return _tell_table(file, report, taken)


def _tell_table(file: Path, report: Path, taken: FileTaken) -> int:
    told = Console()
    if taken.before:
        since = f"{taken.begun_at.astimezone(clock.VIETNAM):%d/%m/%Y %H:%M}"
        told.print(
            f"Tệp này đã nhập từ {since}: {taken.before:,} dòng có rồi, không ghi lại."
            f" / This file was begun then: {taken.before:,} rows were in and are not entered again."
        )
    told.print(
        f"{file.name}: {taken.rows:,} rows, {taken.rows - taken.before - taken.refused:,} taken in,"
        f" {taken.before:,} here before, {taken.refused:,} refused"
    )
    return _tell_refused(report, taken.refused)


def _dossiers(file: Path, *, is_rehearsal: bool) -> int:
    rows = _lines(file)
    taken = _watched(
        file,
        lambda told: (try_dossiers if is_rehearsal else take_in_dossiers)(
            file=file, actor=SYSTEM, at=clock.now(), progress=lambda read: told(read, rows)
        ),
    )
    refused = len({fault.row for fault in taken.faults})
    Console().print(
        f"{file.name}: {taken.added:,} added, {taken.known:,} here before, {refused:,} refused"
    )
    report = file.with_name(file.name + ".faults.csv")
    report.unlink(missing_ok=True)
    if taken.faults:
        write_report(report, taken.faults)
    return _tell_refused(report, refused)


def _tell_refused(report: Path, refused: int) -> int:
    if refused:
        Console().print(f"Xem và sửa theo / what to mend: {report}")
    return 1 if refused else 0


def _watched(file: Path, take: Callable[[Told], Taken]) -> Taken:
    """What it gives, with a bar that moves as rows are read."""
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed:,.0f}"))
    with Progress(*columns, TimeElapsedColumn(), transient=True) as bar:
        task = bar.add_task(file.name, total=None)
        return take(lambda read, total: bar.update(task, completed=read, total=total))


def _lines(file: Path) -> int:
    with file.open("rb") as content:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: content.read(1 << 20), b""))
