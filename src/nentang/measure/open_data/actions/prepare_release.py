"""Prepare a version: count, hide small groups, look for personal data, check, keep as files."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Max
from msgspec.structs import asdict

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.outbox.public import personal_names
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from nentang.measure.open_data.adapters.counts import pack
from nentang.measure.open_data.adapters.files import Made, files_of
from nentang.measure.open_data.adapters.sources import Count, count
from nentang.measure.open_data.enums import Classification, Format
from nentang.measure.open_data.errors import (
    CannotBeProtected,
    NothingToCount,
    NotOpen,
    PersonalDataFound,
    TooManyCells,
    VersionWaits,
)
from nentang.measure.open_data.models import Dataset, Release, ReleaseCounts, ReleaseFile
from nentang.measure.open_data.permissions import check_keeps
from nentang.measure.open_data.queries import (
    columns_of,
    current_release,
    dataset_named,
    declaration_of,
    edition_history,
    pinned_cells,
)
from nentang.measure.open_data.registry import Declaration
from nentang.measure.open_data.rules.disclosure import protect
from nentang.measure.open_data.rules.law import smallest_group_on
from nentang.measure.open_data.rules.personal import suspect_columns
from nentang.measure.open_data.rules.published import Published, rows_of
from nentang.measure.open_data.rules.quality import checks_of, score_of
from nentang.measure.open_data.rules.tables import Edition, edition_of, filled, members_of

MOST_CELLS = 100_000


class _Ready(Frozen):
    edition: Edition
    table: Published
    files: list[Made]


def prepare_release(*, code: str, actor: Actor, at: datetime) -> Release:
    """The version as of today, waiting for somebody else to publish it.

    Raises DatasetNotFound, NotYourDataset, NotOpen, NothingToCount, TooManyCells, CannotBeProtected,
    PersonalDataFound, VersionWaits.
    """
    dataset = dataset_named(code)
    account = check_keeps(actor, dataset.owner_id)
    if dataset.classification != Classification.OPEN:
        raise NotOpen
    follows = current_release(dataset)
    ready = _make(dataset, legal_day(at))
    try:
        with transaction.atomic():
            release = _keep(dataset, follows, ready, account, at)
            record(
                actor=actor,
                action="open_data.prepare_release",
                subject=f"release:{release.pk}",
                organization_id=dataset.owner_id,
                details={"dataset": code, "number": release.number},
                at=at,
            )
    except IntegrityError:
        raise VersionWaits from None
    return release


def _make(dataset: Dataset, today: date) -> _Ready:
    declaration = declaration_of(dataset.code)
    counted = count(declaration, today)
    edition = _protected(dataset, declaration, counted, today)
    table = Published(columns_of(declaration), rows_of(edition, counted.labels))
    named = frozenset(personal_names(frozenset(each.name for each in table.columns)))
    if suspects := suspect_columns(table.columns, table.rows, named):
        raise PersonalDataFound(columns=", ".join(suspects))
    return _Ready(edition, table, files_of(table))


def _protected(dataset: Dataset, declaration: Declaration, counted: Count, today: date) -> Edition:
    if not counted.leaves:
        raise NothingToCount
    cells = 1
    for axis, members in zip(counted.axes, members_of(counted.axes, counted.leaves), strict=True):
        cells *= len(members) + axis.has_total
    if cells > MOST_CELLS:
        raise TooManyCells(cells=cells, most=MOST_CELLS)
    edition = edition_of(
        counted.axes,
        filled(counted.axes, counted.leaves),
        smallest_group_on(today).value,
        pinned=pinned_cells(declaration),
    )
    found = protect(edition_history(dataset), edition)
    if found.open_to_attack:
        raise CannotBeProtected(groups=len(found.open_to_attack))
    return found.edition


def _keep(
    dataset: Dataset, follows: Release | None, ready: _Ready, account: int, at: datetime
) -> Release:
    today = legal_day(at)
    checks = checks_of(ready.table, as_of=today, due_on=dataset.next_on, today=today)
    last = Release.objects.filter(dataset=dataset).aggregate(last=Max("number"))["last"] or 0
    release = Release.objects.create(
        dataset=dataset,
        number=last + 1,
        as_of=today,
        follows=follows,
        smallest=ready.edition.smallest,
        rows=len(ready.table.rows),
        hidden=len(ready.edition.hidden),
        score=score_of(checks),
        checks=[asdict(each) for each in checks],
        digest=next(each.digest for each in ready.files if each.format is Format.CSV),
        prepared_by_id=account,
        prepared_at=at,
    )
    ReleaseCounts.objects.create(release=release, content=pack(ready.edition))
    ReleaseFile.objects.bulk_create(
        ReleaseFile(
            release=release,
            format=each.format,
            size=len(each.content),
            digest=each.digest,
            content=each.content,
        )
        for each in ready.files
    )
    return release
