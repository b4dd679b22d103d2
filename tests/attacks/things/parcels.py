"""Land of the mother's on the map that the body here keeps, two parcels side by side and one that was cut since."""

from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from nentang.agreements.actor import Actor
from nentang.government.land import actions
from nentang.government.land.actions.register_mortgage import Mortgage
from nentang.government.land.enums import Origin
from nentang.government.land.models import Parcel
from nentang.government.land.queries import Holder
from nentang.government.land.rules.geometry import cut_by_line
from nentang.kernel.clock import legal_day
from tests.attacks.world import World
from tests.government.land.factories import BOOK, HERE, LONG_AGO, make_parcel, square
from tests.government.population.factories import Commune

from .lot import Lot

EMPTY = (
    *("use", "until", "address_line", "shape", "meridian", "since", "holder_number", "holder_name"),
    *("serial", "book_number", "issued_by", "issued_on"),
)
ROW: dict[str, Any] = {**dict.fromkeys(EMPTY), "unit_code": "98001", "sheet": 7}


def parcels(world: World, masters: dict[str, Actor], at: datetime) -> Lot:
    """With how the first may be cut, who may get it, and what it may be pledged for."""
    mother, neighbour = (each.actor.person_id or 0 for each in (world.mother, world.neighbour))
    place = Commune(
        body=world.here.body,
        registrar=masters["here"],
        leader=masters["here"],
        neighbour=world.elsewhere.body,
        stranger=masters["elsewhere"],
    )
    first, beside, cut = (
        make_parcel(commune=place, at=at, number=number, shape=square(x), holder=mother)
        for number, x in ((83, 0), (84, 20), (85, 60))
    )
    _cut(cut, masters["here"], at)
    values: dict[str, list[Any]] = {
        "land.basis": [BOOK],
        "land.code": [first.code],
        "land.undo_redrawing.code": [cut.code],
        "land.codes": [[first.code, beside.code]],
        "land.parts": [_halves(0)],
        "land.facts": [actions.CertificateFacts("UBND huyện Mẫu", LONG_AGO)],
        "land.mortgage": [Mortgage("TC-1", "Ngân hàng Mẫu", "HD-1")],
        "land.takers": [[actions.HolderShare(Holder(neighbour), Fraction(1))]],
        "land.giver": [None],
        "land.origin": [Origin.SOLD],
        "land.values": [
            ROW | {"number": 83, "area": Decimal("400.0")},
            ROW | {"number": 99, "area": Decimal(9)},
        ],
        "land.entry": [
            actions.ParcelEntry(
                actions.ParcelFacts(
                    unit_code="98001", sheet=7, number=86, area=Decimal("400.0"), uses=()
                )
            )
        ],
    }
    return Lot(values, places={"": {"register": "land", "record_code": first.code}})


def _halves(x: float) -> list[actions.Part]:
    line = [HERE.back((x + 7, -5)), HERE.back((x + 7, 25))]
    return [actions.Part(each) for each in cut_by_line(square(x), line)]


def _cut(parcel: Parcel, actor: Actor, at: datetime) -> None:
    actions.split_parcel(
        code=parcel.code,
        parts=_halves(60),
        valid_from=legal_day(at),
        basis=BOOK,
        actor=actor,
        at=at,
    )
