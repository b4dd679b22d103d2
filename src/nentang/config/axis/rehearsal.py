"""A ministry's letter reaches every commune of a province while some are off, and the proof of the day says that all is there."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from nentang.config.cli import Stop
from nentang.kernel.frozen import Frozen

from .neighbour import DATABASE, Neighbour

COMMUNES, OFF = 157, 5  # Bến Tre in 2020
MORNING = datetime(2020, 12, 7, 1, 0, tzinfo=UTC)
HOURS_OFF = 3
UNIT = (
    "83"  # the communes of the rehearsal are invented; all of them are somewhere in this province
)
MINISTRY = [["G14", "Bộ Thông tin và Truyền thông"]]
Told = dict[str, Any]
Say = Callable[[str], None]


class Places(Frozen):
    """The installations: of the ministry, of the province with most communes, of the communes that are off."""

    ministry: Neighbour
    province: Neighbour
    away: Neighbour


def rehearse(communes: int, off: int, *, say: Say) -> int:
    """0 where every commune has the letter and both sides agree; says what happens on the way."""
    with tempfile.TemporaryDirectory(prefix="axis-") as name:
        report = play_letter(Path(name), communes, off, say=say)
    is_there = (report["delivered"], report["unequal"], report["proved"]) == (communes, 0, communes)
    say("rehearsal: all is there" if is_there else f"rehearsal: something is missing: {report}")
    return 0 if is_there else 1


def play_letter(
    folder: Path, communes: int, off: int, *, say: Say, tables: Path | None = None
) -> Told:
    """What the ministry counts while some are off, and what the proof of the day says when all are back."""
    if not 0 < off < communes:
        raise Stop("--off is at least one, and fewer than --communes")
    with ExitStack() as ending:
        places = _open(folder, ending, say, tables)
        at = _connect(places, communes, off)
        places.away.end()
        say(f"{off} of {communes} communes are off")
        places.ministry.tell("send", at, **_letter())
        at, meanwhile = _wait(places, at)
        say(f"receipts: {meanwhile['delivered']}, still on the way: {meanwhile['waiting']}")
        places = replace(places, away=places.away.again())
        ending.callback(places.away.end)
        places.away.tell("tick", at)
        at, afterwards = _finish(places, at)
        proof = places.ministry.tell("prove", at)
        say(
            f"they are back: {afterwards['delivered']} receipts; of the day {proof['ours']} = {proof['theirs']}"
        )
        for each in (places.province, places.away):
            proof["unequal"] += each.tell("prove", at)["unequal"]
        came = sum(each.tell("count", at)["bodies"] for each in (places.province, places.away))
        return {
            "meanwhile": meanwhile["delivered"],
            "waiting": meanwhile["waiting"],
            "delivered": afterwards["delivered"],
            "came": came,
            "proved": proof["theirs"],
            "unequal": proof["unequal"],
        }


def _open(folder: Path, ending: ExitStack, say: Say, tables: Path | None) -> Places:
    """Three processes on three databases; `tables` is one that has them already, else they are made once."""
    say("three installations begin")
    if tables:
        (folder / "ministry").mkdir()
        shutil.copy(tables, folder / "ministry" / DATABASE)
    first = Neighbour(folder / "ministry")
    ending.callback(first.end)
    first.tell("make_tables", MORNING)
    found = [first]
    for name in ("province", "away"):
        (folder / name).mkdir()
        shutil.copy(folder / "ministry" / DATABASE, folder / name / DATABASE)
        found.append(Neighbour(folder / name))
        ending.callback(found[-1].end)
    return Places(*found)


def _connect(places: Places, communes: int, off: int) -> datetime:
    """Each side knows the other; the two of the province need not know one another."""
    names = [
        [f"H07.{31 + number // 20}.{1 + number % 20:02d}", f"Ủy ban nhân dân xã Thử {number + 1}"]
        for number in range(communes)
    ]
    at = MORNING
    ours = places.ministry.tell("begin", at, bodies=MINISTRY)["certificate"]
    for code, each, bodies in (
        ("tinh", places.province, names[off:]),
        ("xa-tat", places.away, names[:off]),
    ):
        theirs = each.tell("begin", at, bodies=bodies, unit=UNIT)["certificate"]
        places.ministry.tell("connect", at, code=code, name=code, url=each.url, certificate=theirs)
        each.tell("connect", at, code="bo", name="bo", url=places.ministry.url, certificate=ours)
        each.tell("fetch", at)
    places.ministry.tell("fetch", at)
    return at


def _letter() -> Told:
    return {
        "sender": "G14",
        "number": "4567",
        "notation": "BTTTT-THH",
        "type_name": "Công văn",
        "subject": "Về việc chuẩn bị ngày hội chuyển đổi số (thử nghiệm)",
        "signer": "Bùi Văn Thử",
        "receivers": [],
    }


def _wait(places: Places, at: datetime) -> tuple[datetime, Told]:
    """Hours in which the ministry tries."""
    for _hour in range(HOURS_OFF):
        places.ministry.tell("exchange", at)
        at = _later(at, places.ministry, places.province)
    return at, places.ministry.tell("count", at)


def _finish(places: Places, at: datetime) -> tuple[datetime, Told]:
    """Until nothing waits; a day of hours at most."""
    for _hour in range(24):
        places.ministry.tell("exchange", at)
        counted = places.ministry.tell("count", at)
        if not counted["waiting"]:
            return at, counted
        at = _later(at, places.ministry, places.province, places.away)
    return at, places.ministry.tell("count", at)


def _later(at: datetime, *running: Neighbour) -> datetime:
    at += timedelta(hours=1)
    for each in running:
        each.tell("tick", at)
    return at
