"""What is said of a parcel when it is entered, and the rows that say it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from nentang.government.land.enums import CertificateState, FormOfUse, Origin, ParcelState
from nentang.government.land.errors import AreaDisagrees, HolderUnknown, LandUseUnknown
from nentang.government.land.models import (
    Certificate,
    Holders,
    ParcelStanding,
    Plot,
    ShapeVersion,
    Share,
    Use,
    Uses,
)
from nentang.government.land.queries import Holder
from nentang.government.land.rules.areas import area_words
from nentang.government.land.rules.geohash import geohash
from nentang.government.land.rules.geometry import inner_point
from nentang.government.land.rules.land_uses import land_uses_law
from nentang.government.land.rules.plane import written_area
from nentang.government.land.rules.shapes import Shape
from nentang.government.land.rules.shares import check_shares
from nentang.government.land.rules.tolerances import FIRST_RULED, tolerance_on
from nentang.kernel.frozen import Frozen


class HolderShare(Frozen):
    """A holder and their part of the whole."""

    holder: Holder
    part: Fraction


class RightFacts(Frozen):
    """Who has which part, how they use the land, and how the right came to them."""

    shares: tuple[HolderShare, ...]
    form: str = FormOfUse.PRIVATE
    origin: str = Origin.RECOGNISED


class CertificateFacts(Frozen):
    """A certificate; without a serial one of the platform's own is drawn."""

    issued_by: str
    issued_on: date
    serial: str = ""
    book_number: str = ""


class ParcelFacts(Frozen, kw_only=True):
    """A plot; number 0 for the next one of its sheet. Areas in m²; `uses` together make up `area`."""

    unit_code: str
    sheet: int
    number: int
    area: Decimal
    uses: tuple[Use, ...]
    address_line: str = ""
    earlier: str = ""
    shape: Shape | None = None


def check_uses(uses: Sequence[Use], area: Decimal, on: date) -> None:
    """LandUseUnknown; AreaDisagrees unless the purposes together are the whole area."""
    known = land_uses_law().in_force(on=max(on, FIRST_RULED)).by_code
    for use in uses:
        if use.code and use.code not in known:
            raise LandUseUnknown(code=use.code)
    stated = sum((use.area for use in uses), Decimal())
    if uses and (stated != area or min(use.area for use in uses) < 0):
        raise AreaDisagrees(stated=area_words(area), measured=area_words(stated), allowed="0")


def area_agrees(area: Decimal, shape: Shape, on: date) -> bool:
    """Whether the area written and that of the shape differ by no more than measuring may be wrong."""
    return abs(written_area(shape) - area) <= tolerance_on(on).of_area(area)


def check_area(area: Decimal, shape: Shape, on: date) -> None:
    """AreaDisagrees."""
    if not area_agrees(area, shape, on):
        allowed = tolerance_on(on).of_area(area)
        raise AreaDisagrees(
            stated=area_words(area),
            measured=area_words(written_area(shape)),
            allowed=area_words(allowed),
        )


def plot_of(facts: ParcelFacts, number: int) -> Plot:
    """What is said of where it lies."""
    return Plot(
        unit_code=facts.unit_code,
        sheet=facts.sheet,
        number=number,
        area=facts.area,
        address_line=facts.address_line.strip()[:200],
        earlier=facts.earlier[:60],
    )


def uses_of(uses: Sequence[Use]) -> Uses:
    """What is said of what it is used for."""
    return Uses(entries=[use.stored for use in uses])


def shape_of_parcel(shape: Shape) -> ShapeVersion:
    """What is said of its shape."""
    box = shape.box
    return ShapeVersion(
        wkt=shape.wkt,
        geohash=geohash(*inner_point(shape)),
        west=box.west,
        south=box.south,
        east=box.east,
        north=box.north,
    )


def write_holders(shares: Sequence[Sequence[HolderShare]]) -> list[Holders]:
    """Those who have rights, for each right new rows; SharesInvalid, HolderUnknown."""
    for each in shares:
        check_shares([share.part for share in each])
        if len({share.holder for share in each}) != len(each):
            raise HolderUnknown
    groups = Holders.objects.bulk_create([Holders() for _ in shares])
    rows = [
        _row(group, share) for group, each in zip(groups, shares, strict=True) for share in each
    ]
    Share.objects.bulk_create(rows)
    return groups


def _row(group: Holders, share: HolderShare) -> Share:
    who = share.holder
    if (who.person_id is None) == (not who.organization_name):
        raise HolderUnknown
    return Share(
        holders=group,
        person_id=who.person_id,
        organization_name=who.organization_name[:200],
        organization_code=who.organization_code[:20],
        numerator=share.part.numerator,
        denominator=share.part.denominator,
    )


def certificate_of(facts: CertificateFacts, serial: str) -> Certificate:
    """What is said of the paper."""
    return Certificate(
        serial=serial,
        book_number=facts.book_number[:20],
        issued_by=facts.issued_by[:200],
        issued_on=facts.issued_on,
        state=CertificateState.IN_FORCE,
    )


def on_map(predecessors: Sequence[str] = ()) -> ParcelStanding:
    """That it is on the map, in the place of those."""
    return ParcelStanding(state=ParcelState.ACTIVE, predecessors=list(predecessors))
