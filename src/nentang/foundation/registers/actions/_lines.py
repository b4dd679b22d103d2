"""Take in lines of a table: many at once, and one by one where two writers met."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.enums import BasisKind
from nentang.foundation.registers.registry import Column, Intake, Line, Refusal
from nentang.foundation.registers.rules.tables import Row
from nentang.kernel.errors import DomainError, Invalid

from ._write import Basis

UNREADABLE = ("registers.cell_unreadable", "Không đọc được ô này.")
TAKEN = ("registers.number_taken", "Số này đã có trong cơ sở dữ liệu.")


def take_rows_of(
    *,
    intake: Intake,
    rows: Iterable[Row],
    source: str,
    organization_id: int,
    actor: Actor,
    at: datetime,
) -> list[Refusal]:
    """Why rows are refused, by line; all others are entered now or were before.

    `source` and the line are the code of what stands behind what is entered: `12/305`.
    """
    lines, refused = list[Line](), list[Refusal]()
    for row in rows:
        read = _read(intake, row, source)
        if isinstance(read, Line):
            lines.append(read)
        else:
            refused.append(read)
    refused += _take(intake, lines, organization_id, actor, at)
    return sorted(refused, key=lambda each: each.line)


def one_by_one(take_in: Callable[..., object]) -> Callable[..., list[Refusal]]:
    """An intake of small tables, whose action takes one row's `values` and raises DomainError where it is wrong."""

    def take(
        *, lines: Sequence[Line], organization_id: int, actor: Actor, at: datetime
    ) -> list[Refusal]:
        refused = []
        for line in lines:
            basis = Basis(BasisKind.IMPORT, line.basis)
            try:
                with transaction.atomic():
                    take_in(
                        values=line.values,
                        basis=basis,
                        organization_id=organization_id,
                        actor=actor,
                        at=at,
                    )
            except DomainError as error:
                refused.append(Refusal(line.number, error.code, error.sentence))
        return refused

    return take


def _take(
    intake: Intake, lines: Sequence[Line], organization_id: int, actor: Actor, at: datetime
) -> list[Refusal]:
    """All at once; in halves where somebody else wrote the same number meanwhile."""
    if not lines:
        return []
    try:
        with transaction.atomic():
            taken = intake.take_in(lines=lines, organization_id=organization_id, actor=actor, at=at)
            return list(taken)
    except IntegrityError:
        if len(lines) == 1:
            return [Refusal(lines[0].number, *TAKEN)]
    half = len(lines) // 2
    return [
        refusal
        for part in (lines[:half], lines[half:])
        for refusal in _take(intake, part, organization_id, actor, at)
    ]


def _read(intake: Intake, row: Row, source: str) -> Line | Refusal:
    column = ""
    try:
        values = {}
        for each in intake.columns:
            column = each.name
            values[column] = _cell(each, row.cells)
        return Line(row.line, f"{source}/{row.line}", values)
    except DomainError as refused:
        return Refusal(row.line, refused.code, refused.sentence, column)
    except ValueError:
        return Refusal(row.line, *UNREADABLE, column)


def _cell(column: Column, cells: Mapping[str, str]) -> object:
    text = cells[column.name]
    if not text:
        if column.is_required:
            raise Invalid
        return None
    return column.read(text)
