"""Brings the database to the geography that the law files state."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import TypeVar

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.organizations.adapters.geography_files import (
    Holders,
    LinkRow,
    UnitRow,
    fingerprint,
    geography_law,
    link_rows,
    unit_rows,
)
from nentang.foundation.organizations.adapters.statistics import analyze
from nentang.foundation.organizations.enums import SuccessionExtent
from nentang.foundation.organizations.errors import GeographyInconsistent
from nentang.foundation.organizations.models import GeographyEdition, Unit, UnitSuccession
from nentang.foundation.organizations.rules import (
    LEVEL_OF_LENGTH,
    Geography,
    UnitKey,
    folded_words,
    split_kind,
)
from nentang.kernel.text import sort_key

from .found_state_bodies import found_state_bodies

Progress = Callable[[int, int], None]
_BATCH = 2000
T = TypeVar("T")


def load_geography(*, at: datetime, progress: Progress | None = None) -> GeographyEdition:
    """The edition now in force. Loads what is new in the files; quick where nothing is.

    Also founds the ministries and the provinces' People's Committees. GeographyInconsistent where the
    files contradict themselves or the numbers that the law states; nothing is loaded then.
    """
    report = progress or _silent
    edition = GeographyEdition.objects.filter(fingerprint=fingerprint()).first()
    if edition is not None:
        report(1, 1)
        return edition
    units = unit_rows()
    holders = Holders(units)
    links = link_rows(holders)
    _refuse_inconsistent(units, links)
    return _load(units, holders, links, at, report)


def _silent(done: int, total: int) -> None:
    """Nobody watches."""


def _refuse_inconsistent(units: list[UnitRow], links: list[LinkRow]) -> None:
    geography = Geography({u.key: u.period for u in units}, [row.link for row in links])
    for finding in [*geography.findings(), *_miscounts(units)]:
        raise GeographyInconsistent(finding=finding)


def _miscounts(units: list[UnitRow]) -> Iterator[str]:
    """Where the files hold another number of units than the law."""
    for rule in geography_law().rules:
        day = rule.period.valid_from
        standing = [len(u.key.code) for u in units if day in u.period]
        counted = tuple(standing.count(length) for length in LEVEL_OF_LENGTH)
        stated = (rule.value.provinces, rule.value.districts, rule.value.communes)
        if counted != stated:
            yield f"{day}: {counted} ≠ {stated}"


@transaction.atomic
def _load(
    units: list[UnitRow], holders: Holders, links: list[LinkRow], at: datetime, report: Progress
) -> GeographyEdition:
    total = len(units) + len(links)
    done = 0
    written: dict[UnitKey, Unit] = {}
    for _, level in groupby(units, key=lambda row: len(row.key.code)):
        for batch in _batches([_unit(row, holders, written) for row in level]):
            written |= {UnitKey(u.code, u.valid_from): u for u in _write_units(batch)}
            done += len(batch)
            report(done, total)
    for steps in _batches([_succession(row, written) for row in links]):
        _write_successions(steps)
        done += len(steps)
        report(done, total)
    analyze(Unit, UnitSuccession)
    found_state_bodies(at=at)
    return _record_edition(len(units), len(links), at)


def _batches(rows: list[T]) -> Iterable[list[T]]:
    return (rows[start : start + _BATCH] for start in range(0, len(rows), _BATCH))


def _unit(row: UnitRow, holders: Holders, written: dict[UnitKey, Unit]) -> Unit:
    parent = written[holders.on(row.parent_code, row.key.valid_from)] if row.parent_code else None
    kind, name = split_kind(row.name)
    place = f"{row.name}, {parent.place}" if parent else row.name
    return Unit(
        code=row.key.code,
        level=LEVEL_OF_LENGTH[len(row.key.code)],
        kind=kind,
        name=name,
        title=row.name,
        place=place,
        folded=folded_words(row.name),
        folded_place=folded_words(place),
        sort_name=sort_key(name),
        province_code=parent.province_code if parent else row.key.code,
        parent=parent,
        latitude=row.latitude,
        longitude=row.longitude,
        valid_from=row.period.valid_from,
        valid_to=row.period.valid_to,
    )


def _write_units(batch: list[Unit]) -> list[Unit]:
    """The rows with their identifiers, written anew or brought up to date."""
    mutable = [
        field.attname
        for field in Unit._meta.concrete_fields
        if field.attname not in ("id", "code", "valid_from")
    ]
    return Unit.objects.bulk_create(
        batch, update_conflicts=True, unique_fields=["code", "valid_from"], update_fields=mutable
    )


def _succession(row: LinkRow, written: dict[UnitKey, Unit]) -> UnitSuccession:
    return UnitSuccession(
        old=written[row.link.old],
        new=written[row.link.new],
        effective_on=row.effective_on,
        extent=SuccessionExtent.WHOLE if row.link.whole else SuccessionExtent.PART,
        is_usual=row.link.usual,
    )


def _write_successions(batch: list[UnitSuccession]) -> None:
    UnitSuccession.objects.bulk_create(
        batch,
        update_conflicts=True,
        unique_fields=["old", "new"],
        update_fields=["effective_on", "extent", "is_usual"],
    )


def _record_edition(units: int, successions: int, at: datetime) -> GeographyEdition:
    edition = GeographyEdition.objects.create(
        fingerprint=fingerprint(), units=units, successions=successions, loaded_at=at
    )
    record(
        actor=SYSTEM,
        action="organizations.load_geography",
        subject=f"geography:{edition.pk}",
        at=at,
        details={"fingerprint": edition.fingerprint, "units": units, "successions": successions},
    )
    return edition
