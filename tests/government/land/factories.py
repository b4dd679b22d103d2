"""Parcels of a commune's map, entered by its registrar; all by real actions."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from nentang.foundation.registers.public import Basis, BasisKind
from nentang.government.land import actions
from nentang.government.land.models import Parcel, Use
from nentang.government.land.queries import Holder
from nentang.government.land.rules.plane import Plane, written_area
from nentang.government.land.rules.shapes import Point, Shape, shape_of
from tests.government.population.factories import COMMUNE, Commune, make_citizen

BOOK = Basis(BasisKind.BOOK, "Sổ địa chính mẫu")
TODAY = date(2020, 12, 7)
LONG_AGO = date(2015, 3, 1)
HERE = Plane(106.0, 20.1)
SPOUSE = "083087000002"


def ground(*corners: Point, holes: Sequence[Sequence[Point]] = ()) -> Shape:
    """The shape with those corners in metres around a point of the country."""
    return shape_of([[HERE.back(each) for each in ring] for ring in (corners, *holes)])


def square(x: float = 0, y: float = 0, side: float = 20) -> Shape:
    """A square with its south-western corner there."""
    return ground((x, y), (x + side, y), (x + side, y + side), (x, y + side))


def person_id(commune: Commune, at: datetime, number: str = "083187000001") -> int:
    """Somebody who may hold land."""
    if number == SPOUSE:
        return make_citizen(
            commune=commune,
            at=at,
            number=SPOUSE,
            full_name="Bùi Văn Thử",
            sex="male",
            birth_on=date(1987, 2, 1),
        ).person_id
    return make_citizen(commune=commune, at=at, number=number).person_id


def whole(who: int) -> actions.RightFacts:
    """All of the right for one."""
    return actions.RightFacts((actions.HolderShare(Holder(who), Fraction(1)),))


def make_parcel(
    *,
    commune: Commune,
    at: datetime,
    shape: Shape | None = None,
    number: int = 83,
    holder: int | None = None,
    serial: str = "",
    area: Decimal | None = None,
    use: str = "ONT",
    right: actions.RightFacts | None = None,
) -> Parcel:
    """A parcel of sheet 7 since long ago; with a certificate where a serial is said."""
    area = area or (written_area(shape) if shape else Decimal("400.0"))
    if right is None and holder is not None:
        right = whole(holder)
    return actions.enter_parcel(
        entry=actions.ParcelEntry(
            actions.ParcelFacts(
                unit_code=COMMUNE,
                sheet=7,
                number=number,
                area=area,
                uses=(Use(use, area),),
                address_line="Thôn Nháp",
                shape=shape,
            ),
            right,
            actions.CertificateFacts("UBND huyện Mẫu", LONG_AGO, serial) if serial else None,
        ),
        starts_on=LONG_AGO,
        keeper_id=commune.body.pk,
        basis=BOOK,
        actor=commune.registrar,
        at=at,
    )
