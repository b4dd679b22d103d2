"""Sums and reports as SDMX-CSV 2.0, out and in: one line an observation, under the definition of the SDMX-ML."""

import csv
from collections.abc import Collection, Iterable
from io import StringIO

from django.utils.translation import gettext as _

from nentang.measure.reporting.errors import (
    WorkbookBroken,
    WorkbookForeign,
    WorkbookTooLarge,
    WorkbookUnreadable,
)
from nentang.measure.reporting.rules.periods import ReportPeriod
from nentang.measure.reporting.rules.regimes import Regime

from .archive import LARGEST, LARGEST_UNPACKED
from .sdmx import AGENCY, FREQUENCY, VERSION, Area

COLUMNS = (
    *("STRUCTURE", "STRUCTURE_ID", "ACTION"),
    *("FREQ", "REF_AREA", "INDICATOR", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS"),
)
READ = frozenset(COLUMNS) - {"ACTION", "OBS_STATUS"}
"""Columns without which a file says nothing."""
REPLACE = "R"
MOST_LINES = 1000


def csv_message(regime: Regime, period: ReportPeriod, areas: Iterable[Area]) -> bytes:
    """The observations of these places; what is not known has no line."""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    known = ("datastructure", _structure(regime), REPLACE, FREQUENCY[period.kind])
    for area in areas:
        status = "A" if area.is_whole else "L"
        writer.writerows(
            (*known, area.code, cell.id, period.key, format(area.values[cell.id], "f"), status)
            for cell in regime.cells
            if cell.id in area.values
        )
    return file.getvalue().encode()


def taken_csv(
    content: bytes, regime: Regime, period: ReportPeriod, areas: Collection[str]
) -> dict[str, str]:
    """The cells that the file has, as they would be typed; formulas are left to the system.

    `areas` are the codes under which the report may stand. WorkbookTooLarge, WorkbookUnreadable,
    WorkbookForeign (another regime, period or place), or WorkbookBroken with every wrong line.
    """
    lines = _lines(content)
    _refuse_foreign(lines, regime, period, areas)
    typed: dict[str, str] = {}
    faults: dict[str, list[str]] = {}
    for number, line in enumerate(lines, start=2):
        cell = regime.cell(line["INDICATOR"])
        if cell is None:
            faults[str(number)] = [_("Biểu mẫu không có ô này.")]
        elif cell.id in typed:
            faults[str(number)] = [_("Ô này đã có ở dòng trên.")]
        elif cell.is_typed:
            typed[cell.id] = line["OBS_VALUE"].strip().replace(".", ",")
    if faults:
        first, said = next(iter(faults.items()))
        raise WorkbookBroken(fields=faults, count=len(faults), first=f"{first}: {said[0]}")
    return typed


def _lines(content: bytes) -> list[dict[str, str]]:
    if len(content) > LARGEST:
        raise WorkbookTooLarge(most=LARGEST // 1024, unpacked=LARGEST_UNPACKED // (1024 * 1024))
    try:
        reader = csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
        lines = [line for line, _n in zip(reader, range(MOST_LINES + 1), strict=False)]
    except (UnicodeDecodeError, csv.Error):
        raise WorkbookUnreadable from None
    is_whole = all(None not in line and None not in line.values() for line in lines)
    if not lines or len(lines) > MOST_LINES or not is_whole or not lines[0].keys() >= READ:
        raise WorkbookUnreadable
    return lines


def _refuse_foreign(
    lines: list[dict[str, str]], regime: Regime, period: ReportPeriod, areas: Collection[str]
) -> None:
    asked = {
        "STRUCTURE_ID": {_structure(regime)},
        "FREQ": {FREQUENCY[period.kind]},
        "TIME_PERIOD": {period.key},
        "REF_AREA": set(areas),
    }
    for column, known in asked.items():
        said = {line[column] for line in lines}
        if len(said) > 1 or not said <= known:
            raise WorkbookForeign(what=f"{column} {', '.join(sorted(said))[:60]}")


def _structure(regime: Regime) -> str:
    return f"{AGENCY}:{regime.short}({VERSION})"
