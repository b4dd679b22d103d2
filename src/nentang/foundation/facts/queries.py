"""Facts for those who count and those who look behind a count."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from django.conf import settings

from .adapters.layout import EVER, is_divided_after
from .adapters.tables import FactForms, FactTables
from .models import Export, Fact


def tables(folder: Path | None = None, *, since: int = 0, upto: int = EVER) -> FactTables:
    """The facts exported in the batches after `since` up to `upto`, as Ibis tables by kind.

    Read-only, over a connection of their own.
    """
    return FactTables(folder or settings.FACTS_FOLDER, since=since, upto=upto)


def forms() -> FactForms:
    """The forms of the tables of all kinds, for expressions that are compiled once."""
    return FactForms()


def exported_batch() -> int | None:
    """The last batch that was exported; None while a later one is being written."""
    progress = Export.objects.filter(pk=1).first() or Export()
    return progress.number if progress.end_txid is None else None


def can_be_read_since(batch: int) -> bool:
    """Whether what was exported after that batch stands in other files than what came before."""
    return is_divided_after(settings.FACTS_FOLDER, batch)


def fact_rows(
    kind: str,
    *,
    unit_code: str | None = None,
    unit_codes: Collection[str] | None = None,
    first_day: date | None = None,
    last_day: date | None = None,
    fields: dict[str, str | int | bool] | None = None,
    before_id: int | None = None,
    limit: int = 50,
) -> list[Fact]:
    """The facts behind a figure, latest first, below `before_id`; one query.

    `unit_code` asks for one unit, `unit_codes` for any of several.
    """
    rows = Fact.objects.filter(kind=kind)
    if unit_code is not None:
        rows = rows.filter(unit_code=unit_code)
    if unit_codes is not None:
        rows = rows.filter(unit_code__in=unit_codes)
    if first_day is not None:
        rows = rows.filter(day__gte=first_day)
    if last_day is not None:
        rows = rows.filter(day__lte=last_day)
    for name, value in (fields or {}).items():
        rows = rows.filter(**{f"payload__{name}": value})
    return list(rows.page(before_id, limit))
