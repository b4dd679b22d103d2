"""Several write land at the same moment, each over a connection of their own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from nentang.government.land import actions
from nentang.government.land.enums import Origin, ParcelState
from nentang.government.land.errors import ShapeOverlaps, ShareTooSmall
from nentang.government.land.models import Parcel, ParcelStanding
from nentang.government.land.queries import Holder, holders_on, standing_on
from nentang.government.land.rules.geometry import cut_by_line, line_across
from nentang.kernel.errors import DomainError
from tests.foundation.outbox.workers import shared_database
from tests.government.population.factories import Commune, make_commune

from .factories import BOOK, TODAY, make_parcel, person_id, square

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(acts: list[Callable[[], Any]]) -> list[Any]:
    """What each act gave or refused; all begin together."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        start.wait(30)
        try:
            return act()
        except DomainError as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return [future.result(120) for future in [threads.submit(run, act) for act in acts]]


def _split(code: str, side: float, x: float, commune: Commune, at: datetime) -> list[Parcel]:
    whole = square(x)
    return actions.split_parcel(
        code=code,
        parts=[
            actions.Part(each)
            for each in cut_by_line(whole, line_across(whole, (1, side), (3, side)))
        ],
        valid_from=TODAY,
        basis=BOOK,
        actor=commune.registrar,
        at=at,
    )


def test_parcels_split_at_once_get_numbers_of_their_own(at: datetime, tmp_path: Path) -> None:
    commune = make_commune(at=at)
    codes = [
        make_parcel(commune=commune, at=at, shape=square(x), number=number).code
        for number, x in ((1, 0.0), (2, 20.0), (3, 40.0), (4, 60.0))
    ]
    with shared_database(tmp_path):
        at_once(
            [
                lambda code=code, place=place: _split(code, 7, place * 20.0, commune, at)
                for place, code in enumerate(codes)
            ]
        )
        assert sorted(Parcel.objects.values_list("number", flat=True)) == list(range(1, 13))
        on_map = ParcelStanding.objects.filter(state=ParcelState.ACTIVE, superseded_at=None)
        assert on_map.filter(valid_to=None).count() == 8


def test_one_parcel_is_split_once(at: datetime, tmp_path: Path) -> None:
    commune = make_commune(at=at)
    made = make_parcel(commune=commune, at=at, shape=square())
    with shared_database(tmp_path):
        found = at_once(
            [lambda side=side: _split(made.code, side, 0, commune, at) for side in (5, 7, 9)]
        )
        assert sum(isinstance(each, list) for each in found) == 1
        assert Parcel.objects.count() == 3
        closed = standing_on(made, TODAY)
        assert closed is not None
        assert len(closed.successors) == 2


def test_the_same_ground_is_entered_once(at: datetime, tmp_path: Path) -> None:
    commune = make_commune(at=at)
    with shared_database(tmp_path):
        found = at_once(
            [
                lambda number=number: make_parcel(
                    commune=commune, at=at, shape=square(), number=number
                )
                for number in (1, 2, 3)
            ]
        )
        assert sum(isinstance(each, ShapeOverlaps) for each in found) == 2
        assert Parcel.objects.count() == 1


def test_a_share_is_sold_once(at: datetime, tmp_path: Path) -> None:
    commune = make_commune(at=at)
    mau = Holder(person_id(commune, at))
    made = make_parcel(commune=commune, at=at, holder=mau.person_id)

    def sell(name: str) -> object:
        return actions.transfer_right(
            code=made.code,
            takers=[actions.HolderShare(Holder(organization_name=name), Fraction(2, 3))],
            giver=mau,
            origin=Origin.SOLD,
            valid_from=TODAY,
            basis=BOOK,
            actor=commune.registrar,
            at=at,
        )

    with shared_database(tmp_path):
        found = at_once([lambda name=name: sell(name) for name in ("Một", "Hai", "Ba")])
        assert sum(isinstance(each, DomainError) for each in found) == 2
        assert (
            any(isinstance(each, ShareTooSmall) for each in found) or connection.vendor == "sqlite"
        )
        assert sum(holders_on(made, TODAY).values()) == 1
