"""Enter a parcel, or a whole map sheet of them."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import reserve_ids
from nentang.foundation.facts.public import FactEntry, record_facts
from nentang.foundation.registers.public import (
    Basis,
    BasisKind,
    NewRecord,
    Version,
    check_may_write,
    enter_record,
    enter_records,
    register_of,
    said_of,
)
from nentang.government.land.adapters.numbers import (
    claim_serials,
    drawn_serials,
    next_numbers,
    note_number,
    read_serial,
)
from nentang.government.land.errors import ParcelNumberTaken, ShapeOverlaps
from nentang.government.land.indicators import PARCEL_ENTERED
from nentang.government.land.models import Holders, Parcel, Plot, Right
from nentang.government.land.queries import overlapping_parcel, parcel_code, parcels_around
from nentang.government.land.registry import heading_of, people_with
from nentang.government.land.rules.areas import area_words, square_metres
from nentang.government.land.rules.geometry import check_shape, crossings
from nentang.government.land.rules.plane import border_of
from nentang.government.land.rules.shapes import Box
from nentang.government.land.rules.tolerances import tolerance_on
from nentang.kernel.frozen import Frozen

from ._facts import (
    CertificateFacts,
    ParcelFacts,
    RightFacts,
    area_agrees,
    certificate_of,
    check_area,
    check_uses,
    on_map,
    plot_of,
    shape_of_parcel,
    uses_of,
    write_holders,
)


class ParcelEntry(Frozen):
    """A parcel as a map and its book have it."""

    facts: ParcelFacts
    right: RightFacts | None = None
    certificate: CertificateFacts | None = None


@transaction.atomic
def enter_parcel(
    *,
    entry: ParcelEntry,
    starts_on: date,
    keeper_id: int,
    basis: Basis,
    actor: Actor,
    at: datetime,
    dossier: str = "",
    predecessors: Sequence[str] = (),
) -> Parcel:
    """The parcel, on the map from that day.

    Raises NotYourRegister, ParcelNumberTaken, ShapeInvalid, ShapeOverlaps, AreaDisagrees,
    LandUseUnknown, SharesInvalid, HolderUnknown, SerialInvalid, SerialTaken.
    """
    facts = entry.facts
    check_may_write(actor, Parcel(keeper_id=keeper_id))
    _check(facts, starts_on)
    record = _numbered(facts, keeper_id)
    _check_free(facts, starts_on, predecessors)
    record.dossier = dossier
    [versions] = _said([entry], [record], predecessors)
    try:
        with transaction.atomic():
            enter_record(
                record=record,
                versions=versions,
                valid_from=starts_on,
                basis=basis,
                actor=actor,
                at=at,
            )
    except IntegrityError as error:
        raise ParcelNumberTaken from error
    record_facts(PARCEL_ENTERED, [_fact(record, entry, starts_on, at, is_dossier=dossier != "")])
    return record


def _said(
    entries: Sequence[ParcelEntry], records: Sequence[Parcel], predecessors: Sequence[str] = ()
) -> list[list[Version]]:
    """What is said of each parcel; holders and serials are written down with it."""
    rights = iter(write_holders([each.right.shares for each in entries if each.right]))
    serials = iter(_serials([each.certificate for each in entries if each.certificate]))
    return [
        list(_versions(entry, record.number, rights, serials, predecessors))
        for entry, record in zip(entries, records, strict=True)
    ]


def _versions(
    entry: ParcelEntry,
    number: int,
    rights: Iterator[Holders],
    serials: Iterator[str],
    predecessors: Sequence[str],
) -> Iterator[Version]:
    facts = entry.facts
    yield plot_of(facts, number)
    yield on_map(predecessors)
    if facts.uses:
        yield uses_of(facts.uses)
    if facts.shape:
        yield shape_of_parcel(facts.shape)
    if entry.right:
        yield Right(holders=next(rights), form=entry.right.form, origin=entry.right.origin)
    if entry.certificate:
        yield certificate_of(entry.certificate, next(serials))


def _serials(certificates: Sequence[CertificateFacts]) -> list[str]:
    """The serial of each, drawn where none is said; SerialInvalid, SerialTaken."""
    drawn = iter(drawn_serials(sum(not each.serial for each in certificates)))
    serials = [read_serial(each.serial) if each.serial else next(drawn) for each in certificates]
    claim_serials(serials)
    return serials


def _check(facts: ParcelFacts, on: date) -> None:
    check_uses(facts.uses, facts.area, on)
    if facts.shape:
        check_shape(facts.shape)
        check_area(facts.area, facts.shape, on)


def _check_free(facts: ParcelFacts, on: date, predecessors: Sequence[str]) -> None:
    if facts.shape and (found := overlapping_parcel(facts.shape, on, left_out=predecessors)):
        code, area = found
        raise ShapeOverlaps(code=code, area=area_words(square_metres(area)))


def _numbered(facts: ParcelFacts, keeper_id: int) -> Parcel:
    number = facts.number
    if number:
        note_number(facts.unit_code, facts.sheet, number)
    else:
        [number] = next_numbers(facts.unit_code, facts.sheet, 1)
    return Parcel(
        code=parcel_code(facts.unit_code, facts.sheet, number),
        keeper_id=keeper_id,
        unit_code=facts.unit_code,
        sheet=facts.sheet,
        number=number,
    )


def _fact(
    record: Parcel, entry: ParcelEntry, on: date, at: datetime, *, is_dossier: bool
) -> FactEntry:
    facts = entry.facts
    return FactEntry(
        at=at,
        organization_id=record.keeper_id,
        unit_code=facts.unit_code,
        fields={
            "complete": all((facts.shape, facts.uses, entry.right, entry.certificate)),
            "from_dossier": is_dossier,
            "area_agrees": facts.shape is not None and area_agrees(facts.area, facts.shape, on),
        },
    )


@transaction.atomic
def enter_parcels(
    *,
    entries: Sequence[ParcelEntry],
    starts_on: date,
    keeper_id: int,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> int:
    """How many parcels of a map were entered with few statements; all or none, as `enter_parcel` would."""
    check_may_write(actor, Parcel(keeper_id=keeper_id))
    for entry in entries:
        _check(entry.facts, starts_on)
    records = [_numbered(entry.facts, keeper_id) for entry in entries]
    _check_apart(entries, starts_on)
    said = _said(entries, records)
    try:
        with transaction.atomic():
            _enter(records, said, starts_on, basis, actor, at)
    except IntegrityError as error:
        raise ParcelNumberTaken from error
    paired = zip(records, entries, strict=True)
    record_facts(
        PARCEL_ENTERED,
        [_fact(record, entry, starts_on, at, is_dossier=False) for record, entry in paired],
    )
    return len(records)


def _enter(
    records: Sequence[Parcel],
    said: Sequence[Sequence[Version]],
    starts_on: date,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> None:
    ids = reserve_ids(Parcel, len(records))
    enter_records(
        register=register_of(Parcel()),
        records=[
            NewRecord(
                pk=pk,
                code=record.code,
                keeper_id=record.keeper_id,
                heading=_heading(versions),
                basis=basis.code,
                basis_kind=BasisKind(basis.kind),
                said=tuple(said_of(each, starts_on) for each in versions),
                own=(record.unit_code, record.sheet, record.number, record.dossier),
                people=_people(versions),
            )
            for pk, record, versions in zip(ids, records, said, strict=True)
        ],
        own_columns=("unit_code", "sheet", "number", "dossier"),
        actor=actor,
        at=at,
    )


def _heading(versions: Sequence[Version]) -> str:
    return next(heading_of(each) for each in versions if isinstance(each, Plot))


def _people(versions: Sequence[Version]) -> tuple[int, ...]:
    rights = (each for each in versions if isinstance(each, Right))
    return tuple(person_id for right in rights for person_id in people_with(right))


def _check_apart(entries: Sequence[ParcelEntry], on: date) -> None:
    """ShapeOverlaps: with one another, or with what is on the map."""
    named = [(_name(each.facts), each.facts.shape) for each in entries]
    shapes = {name: shape for name, shape in named if shape}
    if not shapes:
        return
    boxes = [shape.box for shape in shapes.values()]
    around = Box(
        min(box.west for box in boxes),
        min(box.south for box in boxes),
        max(box.east for box in boxes),
        max(box.north for box in boxes),
    )
    known = {each.code: each.shape for each in parcels_around(around, on, limit=100_000)}
    allowed = tolerance_on(on)
    longest = max(map(border_of, shapes.values()))
    for one, other, area in crossings(known | shapes, allowed.along(longest)):
        if one in shapes or other in shapes:
            raise ShapeOverlaps(code=f"{one}, {other}", area=area_words(square_metres(area)))


def _name(facts: ParcelFacts) -> str:
    return parcel_code(facts.unit_code, facts.sheet, facts.number)
