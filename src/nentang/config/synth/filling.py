"""Invented villages straight into the base, by the registers' own intake."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from nentang.agreements.actor import SYSTEM
from nentang.foundation.organizations.public import (
    OrganizationKind,
    OrganizationLevel,
    create_organization,
    find_organization_for,
    organization_for,
    unit_as_of,
)
from nentang.foundation.registers.public import Refusal, take_in_table
from nentang.foundation.registers.public import Row as TableRow

from .files import columns_of
from .registered import Place, Row, Told


class Filled:
    """What came in, table by table, and what was refused."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.refusals: list[tuple[str, Refusal]] = []

    def fill(
        self,
        told: Told,
        *,
        organization_id: int,
        source: str,
        at: datetime,
        keepers: Mapping[str, int] | None = None,
    ) -> None:
        """All that is told of one place, kept by that body; `keepers` names others, by table."""
        for table, rows in told.tables():
            refused = take_in_table(
                register=table,
                rows=self._counted(table, _lines(table, rows)),
                source=source,
                organization_id=(keepers or {}).get(table, organization_id),
                actor=SYSTEM,
                at=at,
            )
            self.refusals += [(table, each) for each in refused]

    def _counted(self, table: str, rows: Iterable[TableRow]) -> Iterator[TableRow]:
        for row in rows:
            self.counts[table] += 1
            yield row


def _lines(table: str, rows: Iterable[Row]) -> Iterator[TableRow]:
    names = columns_of(table)
    for number, row in enumerate(rows, 1):
        yield TableRow(number, {name: row.get(name, "") for name in names})


def body_of(place: Place, on: date, *, at: datetime, code: str) -> int:
    """The People's Committee of the commune; founded under the code given where none is recorded."""
    if found := find_organization_for(place.code, on):
        return found.id
    unit = unit_as_of(place.code, on)
    return create_organization(
        name=f"Ủy ban nhân dân {unit.full_name[0].lower()}{unit.full_name[1:]}",
        kind=OrganizationKind.PEOPLES_COMMITTEE,
        level=OrganizationLevel.COMMUNE,
        code=code,
        unit_code=place.code,
        parent_id=organization_for(unit.province_code, on).id,
        valid_from=max(unit.valid_from, date(on.year, 1, 1)),
        actor=SYSTEM,
        at=at,
    ).pk
