"""`nentang synth`: invented people as registers have them, into files or straight into a demo."""

import argparse
import time
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from datetime import date
from itertools import count
from pathlib import Path

from django.conf import settings
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from nentang.config.cli import Stop
from nentang.config.synth.files import FORMATS, Files
from nentang.config.synth.filling import Filled, body_of
from nentang.config.synth.numbers import Numbers
from nentang.config.synth.places import choose_places
from nentang.config.synth.registered import Place, Told
from nentang.config.synth.telling import tell_places
from nentang.foundation.organizations.public import organization_for
from nentang.kernel import clock

A_COMMUNE = 8000
FIRST_CODE = 500
"""Serials of bodies that are founded for communes without one; below are those of real offices."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How many, from which seed, of which day, and where to."""
    parser.add_argument("--communes", type=int, required=True, help="how many communes")
    parser.add_argument("--people", type=int, help=f"about how many people ({A_COMMUNE} a commune)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed tells the same (1)")
    parser.add_argument("--day", type=date.fromisoformat, help="the day that is told of (today)")
    parser.add_argument("--province", default="", help="code of a province; the whole nation else")
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="write files instead")
    parser.add_argument("--format", choices=FORMATS, default="csv", help="of the files (csv)")


def run(arguments: argparse.Namespace) -> int:
    """0 where everything was written, 1 where something was refused."""
    if arguments.communes < 1:
        raise Stop("Cần ít nhất một xã. / At least one commune.")
    if not arguments.to and not settings.DEMO:
        raise Stop(
            "Người hư cấu chỉ vào bản thử: đặt NENTANG_DEMO=yes, hoặc ghi ra tệp bằng --to."
            " / Invented people go into a demo only: set NENTANG_DEMO=yes, or write files with --to."
        )
    day = arguments.day or clock.legal_day(clock.now())
    places = choose_places(
        arguments.communes, on=day, seed=arguments.seed, province_code=arguments.province
    )
    if not places:
        raise Stop(
            "Chưa có địa giới của ngày ấy, chạy nentang migrate. / No communes that day: run nentang migrate."
        )
    people = arguments.people or A_COMMUNE * len(places)
    told = tell_places(
        places, people=people, numbers=Numbers(arguments.seed), today=day, seed=arguments.seed
    )
    begun = time.monotonic()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), transient=True) as bar:
        villages = bar.track(told, total=len(places), description="Xã / Communes")
        counts, refused = (
            (_write(villages, arguments.to, arguments.format), 0)
            if arguments.to
            else _fill(villages, day, arguments.seed)
        )
    _tell(counts, refused, time.monotonic() - begun)
    return 1 if refused else 0


def _write(villages: Iterable[tuple[Place, Told]], folder: Path, form: str) -> Mapping[str, int]:
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as open_files:
        files = Files(folder, form, open_files)
        for _place, told in villages:
            files.write(told)
        return files.counts


def _fill(
    villages: Iterable[tuple[Place, Told]], day: date, seed: int
) -> tuple[Mapping[str, int], int]:
    filled, serials, at = Filled(), count(FIRST_CODE), clock.now()
    for place, told in villages:
        above = organization_for(place.province_code, day)
        code = f"{above.code_qd20}.{next(serials)}"
        body = body_of(place, day, at=at, code=code)
        filled.fill(told, organization_id=body, source=f"synth-{seed}/{place.code}", at=at)
    for table, refusal in filled.refusals[:20]:
        Console().print(f"{table} {refusal.line}: {refusal.code} {refusal.sentence}")
    return filled.counts, len(filled.refusals)


def _tell(counts: Mapping[str, int], refused: int, seconds: float) -> None:
    told = ", ".join(f"{number:,} {table}" for table, number in counts.items())
    Console().print(f"{told}; {refused:,} refused; {seconds:,.0f} s")
