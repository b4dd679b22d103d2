"""Which rows of a holding are due, and what erasing them does to the table."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet

from nentang.foundation.holdings.public import Holding, Term, holdings, terms_on
from nentang.kernel.frozen import Frozen
from nentang.trust.personal_data.models import LegalHold


class Chore(Frozen):
    """Fields of one holding that go after the same number of days."""

    holding: Holding
    fields: tuple[str, ...]
    days: int

    @property
    def names(self) -> tuple[str, ...]:
        """`services.Dossier.answers` for each field."""
        return tuple(f"{self.holding.label}.{field}" for field in self.fields)

    @property
    def what(self) -> str:
        """How the report and the facts call it."""
        return f"{self.holding.label}:{','.join(self.fields)}"


def chores_on(day: date) -> Iterator[Chore]:
    """All that may ever be due by the terms of that day, holding by holding."""
    terms = terms_on(day)
    for holding in holdings():
        if holding.closed_at is not None:
            yield from _chores_of(holding, terms)


def _chores_of(holding: Holding, terms: Mapping[str, Term]) -> Iterator[Chore]:
    kept = {
        field: terms[name].days
        for field in holding.model.PERSONAL_DATA  # type: ignore[attr-defined]  # every model says it
        if (name := f"{holding.label}.{field}") in terms
    }
    if holding.is_row_dropped and kept:
        yield Chore(holding, tuple(kept), max(kept.values()))
        return
    for days in sorted(set(kept.values())):
        yield Chore(holding, tuple(f for f, each in kept.items() if each == days), days)


def due_rows(chore: Chore, *, at: datetime, day: date) -> QuerySet[Any]:
    """Rows whose matter was closed that long ago, that no hold keeps and that are not erased yet."""
    holding = chore.holding
    closed_at = F(holding.closed_at) if isinstance(holding.closed_at, str) else holding.closed_at
    rows: QuerySet[Any] = holding.model._base_manager.annotate(over_at=closed_at)
    rows = rows.filter(over_at__lte=at - timedelta(days=chore.days))
    if holding.case is not None:
        held = LegalHold.objects.in_force(day).values("case")
        rows = rows.annotate(of_case=holding.case)
        rows = rows.filter(Q(of_case__isnull=True) | ~Q(of_case__in=held))
    if not holding.is_row_dropped:
        rows = rows.exclude(already_blank(chore))
    return rows


def already_blank(chore: Chore) -> Q:
    """What is true of rows that were erased before; asked without changing anything."""
    if chore.holding.is_blank is not None:
        return chore.holding.is_blank
    return Q(**{field: chore.holding.blanks[field] for field in chore.fields})


def blanks_of(chore: Chore, at: datetime) -> dict[str, Any]:
    """What stands in the fields afterwards."""
    blanks = {field: chore.holding.blanks[field] for field in chore.fields}
    return {field: each(at) if callable(each) else each for field, each in blanks.items()}


def erase(chore: Chore, rows: QuerySet[Any], *, at: datetime) -> tuple[int, list[int]]:
    """How many of those rows were erased, still due as they are; and the stored files they let go of."""
    holding = chore.holding
    if not holding.is_row_dropped:
        return rows.update(**blanks_of(chore, at)), []
    ids = list(rows.values_list("pk", flat=True))
    going = holding.model._base_manager.filter(pk__in=ids)
    files = list(going.values_list(holding.file, flat=True)) if holding.file else []
    going.delete()
    return len(ids), files
