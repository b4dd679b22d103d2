"""Compute every indicator from the facts."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction
from msgspec.structs import astuple

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import add_rows, change_rows, record
from nentang.foundation.facts.public import (
    can_be_read_since,
    export,
    exported_batch,
    indicators,
    tables,
)
from nentang.foundation.outbox.public import publish
from nentang.kernel.clock import legal_day
from nentang.measure.indicators.adapters.counting import years_of
from nentang.measure.indicators.events import IndicatorsComputed
from nentang.measure.indicators.models import Computation, IndicatorYear, IndicatorYears, Progress
from nentang.measure.indicators.queries import Tree, kept_trees, places_in
from nentang.measure.indicators.rules.differences import (
    Differences,
    additions,
    differences,
    sum_of,
)
from nentang.measure.indicators.rules.years import Key, Year

BATCH = 500
KEY, YEAR = Key.__struct_fields__, Year.__struct_fields__


def compute_indicators(*, actor: Actor, at: datetime) -> Computation:
    """The computation: facts exported, what they add written, all other values left alone.

    What was exported since the last time is added to the values, which gives the same as computing
    from all facts: every indicator is a sum over single facts. All facts are read where a formula
    or the map of the country has changed, or where old and new facts stand in one file.
    Where nothing differs, the latest computation is returned with its time moved on.
    """
    batch, trees = _exported(at), kept_trees(legal_day(at))
    progress, _ = Progress.objects.get_or_create(pk=1)
    formulas = _formulas(trees)
    latest = Computation.objects.order_by("-pk").first()
    if latest and (progress.batch, progress.formulas) == (batch, formulas):
        return _still_holds(latest, at)
    since = _to_be_added_to(progress, formulas, batch)
    changes = _changes(since, batch, trees)
    if not can_be_read_since(batch):
        return compute_indicators(actor=actor, at=at)  # files were put together meanwhile
    with transaction.atomic():
        if _move_on(progress, batch, formulas):
            if latest and not changes.count:
                return _still_holds(latest, at)
            _write(changes)
            return _conclude(changes, actor, at)
    return compute_indicators(actor=actor, at=at)  # another worker was quicker


def recompute_indicators(*, actor: Actor, at: datetime) -> Computation:
    """The computation, from all facts; what differs from the values as they stand is written."""
    Progress.objects.update_or_create(pk=1, defaults={"batch": 0, "formulas": ""})
    return compute_indicators(actor=actor, at=at)


def _exported(at: datetime) -> int:
    """Export the facts; the last batch. One that another process left or is writing is completed."""
    export(at=at)
    while (batch := exported_batch()) is None:
        export(at=at)
    return batch


def _formulas(trees: Iterable[Tree]) -> str:
    """A fingerprint of what values are made by. Whoever changes an expression raises its formula version."""
    formulas = sorted((each.code, each.formula_version) for each in indicators())
    return sha256(repr((formulas, [(tree.day, tree.count) for tree in trees])).encode()).hexdigest()


def _to_be_added_to(progress: Progress, formulas: str, batch: int) -> int:
    """The batch after which facts are added to the values; 0 where all have to be read."""
    is_known = progress.formulas == formulas and progress.batch <= batch
    return progress.batch if is_known and can_be_read_since(progress.batch) else 0


def _changes(since: int, upto: int, trees: Iterable[Tree]) -> Differences:
    """What differs from the values as they stand; whoever changes them meanwhile moves the progress on."""
    places = [place for tree in trees for place in places_in(tree.day, tree.count)]
    found = years_of(indicators(), tables(since=since, upto=upto), places)
    if since:
        return sum_of(_added(years) for _, years in found)
    kept = IndicatorYear.objects.all()
    changes = [differences(_kept(kept.filter(indicator=each.code)), years) for each, years in found]
    unknown = kept.exclude(indicator__in=[each.code for each in indicators()])
    return sum_of([*changes, differences(_kept(unknown), {})])


def _move_on(progress: Progress, batch: int, formulas: str) -> bool:
    here = Progress.objects.filter(pk=1, batch=progress.batch, formulas=progress.formulas)
    return bool(here.update(batch=batch, formulas=formulas))


def _added(more: dict[Key, Year]) -> Differences:
    kept: dict[Key, Year] = {}
    for rows in _rows_of(more):
        kept |= _kept(rows)
    return additions(kept, more)


def _kept(rows: IndicatorYears) -> dict[Key, Year]:
    listed = rows.values_list(*KEY, *YEAR)
    return {Key(*row[:4]): Year(*row[4:]) for row in listed.iterator(chunk_size=BATCH)}


def _rows_of(keys: Iterable[Key]) -> Iterator[IndicatorYears]:
    """The rows of these keys, as many at a time as one statement takes."""
    units: dict[tuple[str, str, int], list[str]] = {}
    for key in keys:
        units.setdefault((key.indicator, key.geography, key.year), []).append(key.unit_code)
    for (indicator, geography, year), codes in units.items():
        rows = IndicatorYear.objects.filter(indicator=indicator, geography=geography, year=year)
        for first in range(0, len(codes), BATCH):
            yield rows.filter(unit_code__in=codes[first : first + BATCH])


def _still_holds(latest: Computation, at: datetime) -> Computation:
    latest.computed_at = at
    latest.save(update_fields=["computed_at"])
    return latest


def _write(changes: Differences) -> None:
    for rows in _rows_of(changes.gone):
        rows.delete()
    change_rows(IndicatorYear, KEY, YEAR, _rows(changes.replaced, changes))
    add_rows(IndicatorYear, KEY + YEAR, _rows(changes.written.keys() - changes.replaced, changes))


def _rows(keys: Iterable[Key], changes: Differences) -> Iterator[tuple[Any, ...]]:
    return (astuple(key) + astuple(changes.written[key]) for key in keys)


def _conclude(changes: Differences, actor: Actor, at: datetime) -> Computation:
    values = IndicatorYear.objects.count()
    computation = Computation.objects.create(computed_at=at, values=values, changed=changes.count)
    record(
        actor=actor,
        action="indicators.compute_indicators",
        subject=f"computation:{computation.pk}",
        at=at,
        details={"values": values, "changed": changes.count},
    )
    publish(IndicatorsComputed(values=values, changed=changes.count), at=at)
    return computation
