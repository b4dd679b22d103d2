"""Files of old dossiers, as a province's former system would hand them over: realistic, and the same each time."""

import csv
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from nentang.agreements.actor import SYSTEM
from nentang.foundation.organizations.public import (
    OrganizationKind,
    OrganizationLevel,
    Unit,
    create_organization,
)
from nentang.government.catalogue.public import bundles_on
from nentang.government.services.public import TakenIn, take_in_file
from tests.foundation.organizations.factories import make_unit

BODIES, PEOPLE_EACH, PROCEDURES = 200, 0.4, 20
FIRST, LAST = date(2019, 6, 3), date(2020, 12, 4)
SURNAMES = ("Lê", "Bùi", "Nguyễn", "Trần", "Phạm", "Võ", "Đặng", "Huỳnh", "Phan", "Đỗ")
MIDDLES = ("Thị", "Văn", "Hữu", "Ngọc", "Minh", "Thanh", "Đức", "Kim")
GIVEN = ("Mẫu", "Thử", "Nháp", "Giả", "Vẽ", "Chép", "Ướm", "Phỏng", "Hoà", "Đặng", "Yên", "Bình")
COLUMNS = (
    *("code", "procedure", "applicant_name", "birth", "personal_number", "phone", "channel", "fee"),
    *("submitted_at", "received_at", "decided_at", "returned_at", "state", "supplement"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A body with what it receives."""

    organization_id: int
    code: str
    procedures: tuple[str, ...]


def make_bodies(count: int = BODIES, *, at: datetime) -> list[Place]:
    """A province with its districts and communes, each with its committee; nine of ten are communes."""
    taken: dict[str, list[str]] = {}
    for bundle in bundles_on(LAST):
        if bundle.rule.period.valid_from <= FIRST:
            taken.setdefault(bundle.procedure.receives, []).append(bundle.code)
    province = make_unit("97", "Tỉnh Cũ")
    return [_place(province, number, taken, at) for number in range(count)]


def _place(province: Unit, number: int, taken: dict[str, list[str]], at: datetime) -> Place:
    """Every tenth is a district's committee, the nine after it those of its communes."""
    district, commune = divmod(number, 10)
    level = OrganizationLevel.COMMUNE if commune else OrganizationLevel.DISTRICT
    if commune:
        parent = Unit.objects.get(code=f"{900 + district}")
        unit = make_unit(f"{90000 + number}", f"Xã {number}", parent=parent)
    else:
        unit = make_unit(f"{900 + district}", f"Huyện {district}", parent=province)
    groups = ("H98", f"{10 + district}", *([f"{20 + commune}"] if commune else []))
    body = create_organization(
        name=f"Uỷ ban nhân dân {unit.title}", kind=OrganizationKind.PEOPLES_COMMITTEE, level=level,
        code=".".join(groups), unit_code=unit.code, valid_from=date(2015, 1, 1), actor=SYSTEM, at=at,
    )  # fmt: skip
    return Place(body.pk, body.code_qcvn102, tuple(sorted(taken[level])[:PROCEDURES]))


def write_file(file: Path, places: Sequence[Place], *, first: int, count: int) -> Path:
    """Dossiers `first` to `first + count`: 97 of 100 finished, two persons for five dossiers."""
    with file.open("w", encoding="utf-8", newline="") as content:
        writer = csv.DictWriter(content, COLUMNS)
        writer.writeheader()
        writer.writerows(_row(number, places) for number in range(first, first + count))
    return file


def take_in(
    folder: Path, places: Sequence[Place], *, first: int, count: int, at: datetime
) -> TakenIn:
    """Write such a file and take it in."""
    file = write_file(folder / f"old-{first}.csv", places, first=first, count=count)
    taken = take_in_file(file=file, actor=SYSTEM, at=at, progress=lambda read: None)
    file.unlink()
    if taken.added != count:
        raise SystemExit(f"{taken.added} of {count} were taken: {taken.faults[:3]}")
    return taken


def _row(number: int, places: Sequence[Place]) -> dict[str, str]:
    dice = random.Random(number)
    place = places[number % len(places)]
    serial, days = divmod(number // len(places), (LAST - FIRST).days)
    is_open = dice.random() < 0.03
    if is_open:  # of the last ten days, numbered apart
        serial, days = 1000 + number // len(places), (LAST - FIRST).days - dice.randrange(10)
    day = FIRST + timedelta(days=days)
    submitted = datetime.combine(day, datetime.min.time()) + timedelta(
        hours=8, minutes=dice.randrange(400)
    )
    received = submitted + timedelta(minutes=dice.randrange(5, 60))
    state = (
        dice.choice(("2", "4", "4", "9"))
        if is_open
        else dice.choice(("10",) * 90 + ("8",) * 7 + ("7",) * 3)
    )
    decided = (
        received + timedelta(hours=dice.randrange(1, 200))
        if state in ("7", "8", "9", "10")
        else None
    )
    returned = (
        decided + timedelta(hours=dice.randrange(1, 72)) if decided and state == "10" else None
    )
    return {
        **_person(dice.randrange(max(10, int(number * PEOPLE_EACH) + 10))),
        "code": f"{place.code}-{day:%y%m%d}-{serial + 1:06d}",
        "procedure": place.procedures[dice.randrange(len(place.procedures))],
        "channel": "online" if dice.random() < 0.4 else "counter",
        "fee": str(dice.choice((0, 0, 5000, 8000, 50000))),
        "submitted_at": submitted.isoformat(),
        "received_at": received.isoformat(),
        "decided_at": decided.isoformat() if decided else "",
        "returned_at": returned.isoformat() if returned else "",
        "state": state,
        "supplement": "",
    }


def _person(number: int) -> dict[str, str]:
    year, sex = 1940 + number % 60, number % 2
    parts = (SURNAMES[number % 10], MIDDLES[number // 10 % 8], GIVEN[number // 80 % 12])
    return {
        "applicant_name": " ".join(parts),
        "birth": str(year),
        "personal_number": f"083{sex}{year % 100:02d}{number % 1_000_000:06d}",
        "phone": f"09{number % 100_000_000:08d}",
    }
