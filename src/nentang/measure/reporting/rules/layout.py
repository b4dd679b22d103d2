"""Where the cells of a form stand in its workbook: the same rows for writing and for reading."""

import re
from collections.abc import Iterator

from nentang.kernel.frozen import Frozen

from .regimes import Cell, Regime

FIRST_ROW = 7
CODE, TITLE, UNIT, VALUE, BEFORE = "A", "B", "C", "D", "E"
REMARKS = "remarks"


class Line(Frozen):
    """A row of the sheet: a heading (no cell), or a cell of the form."""

    row: int
    heading_vi: str = ""
    heading_en: str = ""
    cell: Cell | None = None


def lines(regime: Regime) -> Iterator[Line]:
    """All rows in order, a heading before each group."""
    row, heading = FIRST_ROW, ""
    for cell in regime.cells:
        if cell.group_vi != heading:
            heading = cell.group_vi
            yield Line(row, cell.group_vi, cell.group_en)
            row += 1
        yield Line(row, cell=cell)
        row += 1


def rows_by_cell(regime: Regime) -> dict[str, int]:
    """The row of each cell."""
    return {line.cell.id: line.row for line in lines(regime) if line.cell}


def remarks_row(regime: Regime) -> int:
    """The row in which explanations stand, two below the last cell."""
    return max(rows_by_cell(regime).values()) + 2


def as_spreadsheet(formula: str, rows: dict[str, int]) -> str:
    """The formula over addresses, empty where it cannot be reckoned."""
    said = re.sub(r"[a-z_][a-z0-9_]*", lambda found: f"{VALUE}{rows[found[0]]}", formula)
    return f'=IFERROR({said},"")'
