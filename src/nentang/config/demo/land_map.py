"""A map sheet of Yên Hoà for the demo: some three hundred invented parcels that tile the ground, with who has them."""

import random
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from nentang.agreements.actor import SYSTEM
from nentang.config.synth.names import HAMLETS
from nentang.foundation.identity.public import Person, appoint_officer
from nentang.foundation.registers.public import Basis, BasisKind
from nentang.government.land.public import (
    CertificateFacts,
    FormOfUse,
    Holder,
    HolderShare,
    Mortgage,
    ParcelEntry,
    ParcelFacts,
    Plane,
    RightFacts,
    Shape,
    Use,
    block_parcel,
    enter_parcels,
    register_mortgage,
    shape_of,
    written_area,
)
from nentang.kernel.frozen import Frozen

from .cast import FOUNDED, Office

BOOK = Basis(BasisKind.BOOK, "Sổ địa chính mẫu")
CORNER = Plane(106.0135, 20.1235)
SHEET, MEASURED = 7, date(2016, 5, 9)
FIELD_UNTIL = date(2063, 10, 15)
ROAD = 6.0
ISSUER = "Ủy ban nhân dân huyện Yên Mô"


class Block(Frozen):
    """A block between roads: parcels side by side in two rows, of houses or of rice."""

    x: float
    y: float
    width: float
    depth: float
    columns: int
    use: str


def draw_land(yen_hoa: Office, keeper: Office, *, at: datetime) -> None:
    """The sheet with its book; whoever keeps it may write; one parcel is pledged, one blocked."""
    appoint_officer(
        account_id=keeper.clerk.account_id or 0,
        role="registrar",
        organization_id=keeper.organization_id,
        valid_from=FOUNDED,
        actor=SYSTEM,
        at=at,
    )
    dice = random.Random(14722)  # noqa: S311 - a story, not a secret
    owners = list(
        Person.objects.filter(unit_code=yen_hoa.unit.code, birth_year__lte=1996).order_by("pk")
    )
    shapes = [(shape, block.use) for block in _blocks() for shape in _tiles(block, dice)]
    enter_parcels(
        entries=[
            _entry(yen_hoa.unit.code, number, shape, use, owners, dice)
            for number, (shape, use) in enumerate(shapes, 1)
        ],
        starts_on=MEASURED,
        keeper_id=keeper.organization_id,
        basis=BOOK,
        actor=SYSTEM,
        at=at,
    )
    _burden(yen_hoa.unit.code, at)


def _blocks() -> Iterator[Block]:
    """Five rows of houses and one of fields to the north."""
    for row in range(6):
        is_field = row == 5
        width, depth, columns = (32.0, 48.0, 5) if is_field else (16.0, 24.0, 5)
        for number in range(4 if is_field else 5):
            yield Block(
                number * (columns * width + ROAD),
                row * (2 * 24.0 + ROAD),
                width,
                depth,
                columns,
                "LUC" if is_field else "ONT",
            )


def _tiles(block: Block, dice: random.Random) -> Iterator[Shape]:
    """Neighbours share their corners, so no ground is left between them and none is in two."""
    corners = {
        (column, row): CORNER.back(
            (
                block.x
                + column * block.width
                + dice.uniform(-1.6, 1.6) * (0 < column < block.columns),
                block.y + row * block.depth + dice.uniform(-2.0, 2.0) * (row == 1),
            )
        )
        for column in range(block.columns + 1)
        for row in range(3)
    }
    for row in range(2):
        for column in range(block.columns):
            around = ((0, 0), (1, 0), (1, 1), (0, 1))
            yield shape_of([[corners[column + dx, row + dy] for dx, dy in around]])


def _entry(
    unit_code: str,
    number: int,
    shape: Shape,
    use: str,
    owners: list[Person],
    dice: random.Random,
) -> ParcelEntry:
    area = written_area(shape)
    facts = ParcelFacts(
        unit_code=unit_code,
        sheet=SHEET,
        number=number,
        area=area,
        uses=tuple(_uses(use, area)),
        address_line=HAMLETS[number * len(HAMLETS) // 400],
        shape=shape,
    )
    if number > 2 and dice.random() < 0.08:
        return ParcelEntry(facts)
    return ParcelEntry(facts, _right(number, owners, dice), _paper(number, dice))


def _uses(use: str, area: Decimal) -> Iterator[Use]:
    """A house has a garden where the parcel is large."""
    if use == "LUC":
        yield Use(use, area, FIELD_UNTIL)
        return
    home = min(area, Decimal("300.0"))
    yield Use(use, home)
    if area > home:
        yield Use("CLN", area - home, FIELD_UNTIL)


def _right(number: int, owners: list[Person], dice: random.Random) -> RightFacts:
    """The first parcels belong to those whom the visitor may be."""
    first = owners[number - 1] if number <= 2 else dice.choice(owners)
    if dice.random() < 0.2 and (second := dice.choice(owners)) != first:
        half = Fraction(1, 2)
        return RightFacts(
            (HolderShare(Holder(first.pk), half), HolderShare(Holder(second.pk), half)),
            FormOfUse.SHARED,
        )
    return RightFacts((HolderShare(Holder(first.pk), Fraction(1)),))


def _paper(number: int, dice: random.Random) -> CertificateFacts | None:
    if number > 2 and dice.random() < 0.15:
        return None
    issued = date(2016, 6, 1 + number % 28)
    return CertificateFacts(ISSUER, issued, f"CD {100_000 + number}", f"CH {number:05d}")


def _burden(unit_code: str, at: datetime) -> None:
    register_mortgage(
        code=f"{unit_code}-{SHEET}-2",
        mortgage=Mortgage("TC-0001/2020", "Ngân hàng Thử", "HĐ 01/2020 ngày 02/01/2020"),
        valid_from=FOUNDED,
        basis=Basis(BasisKind.DOCUMENT, "TC-0001/2020"),
        actor=SYSTEM,
        at=at,
    )
    block_parcel(
        code=f"{unit_code}-{SHEET}-12",
        reason="Tòa án thử đang giải quyết tranh chấp (01/2020/QĐ-TA)",
        actor=SYSTEM,
        at=at,
    )
