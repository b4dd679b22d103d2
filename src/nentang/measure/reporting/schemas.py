"""What the JSON interface says of reports to whoever files them or takes them in."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Self

from ninja import Schema
from pydantic import Field

from .models import Report, ReportVersion
from .queries import regime_of

BIGGEST = 2**63 - 1
CellName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
CellValue = Annotated[Decimal, Field(max_digits=24, decimal_places=6, ge=0)]


class CellOut(Schema):
    """A cell of the form: what is asked, and what facts or a register say already.

    `known_from` names the indicator (`services.online`), or the register and its statistic
    (`households/households_by_size`), that answers it; a value other than `known` needs remarks.
    """

    id: str
    title_vi: str
    title_en: str
    unit: str
    kind: str
    formula: str
    known: str | None
    known_from: str
    value: str | None


class ReportOut(Schema):
    """A report with where it stands; `counted` is the version that stands in the sums."""

    code: str
    regime: str
    period: str
    first_on: date
    last_on: date
    organization_id: int
    above_id: int | None
    state: str
    due_at: datetime
    counted: int | None
    versions_filed: int
    is_late: bool

    @classmethod
    def of(cls, report: Report, /, **more: object) -> Self:
        """The report as it stands."""
        known = {name: getattr(report, name, None) for name in cls.model_fields}
        return cls.model_validate(known | {"state": report.case.state} | more)


class ReportPage(Schema):
    """Reports, newest first, and the `before` of the next page."""

    items: list[ReportOut]
    next: int | None


class ReportDetail(ReportOut):
    """A report with its form; values are decimals written out, so that no program rounds them."""

    form: str
    cells: list[CellOut]
    remarks: str

    @classmethod
    def with_form(cls, report: Report) -> Self:
        """The report with every cell."""
        regime = regime_of(report)
        cells = [
            CellOut(
                id=cell.id,
                title_vi=cell.title_vi,
                title_en=cell.title_en,
                unit=cell.unit_vi,
                kind=cell.kind.value,
                formula=cell.formula,
                known=report.known.get(cell.id),
                known_from=str(cell.source or ""),
                value=report.values.get(cell.id),
            )
            for cell in regime.cells
        ]
        return cls.of(report, form=regime.fingerprint, cells=cells)


class FilingIn(Schema):
    """What a body files: a number for each cell that is not a formula."""

    values: Annotated[dict[CellName, CellValue], Field(max_length=200)]
    remarks: Annotated[str, Field(max_length=2000, pattern=r"^[^\x00]*$")] = ""


class VersionOut(Schema):
    """A version that was filed; `fingerprint` tells its content from any other."""

    report: str
    number: int
    filed_at: datetime
    standing: str
    fingerprint: str

    @classmethod
    def of(cls, version: ReportVersion, report_code: str) -> Self:
        """The version without its values."""
        return cls(
            report=report_code,
            number=version.number,
            filed_at=version.filed_at,
            standing=version.standing,
            fingerprint=version.fingerprint,
        )
