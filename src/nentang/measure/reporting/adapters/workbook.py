"""The workbook of a report: written with protected cells, read with suspicion."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext as _

from nentang.kernel.frozen import Frozen
from nentang.measure.reporting.enums import CellKind
from nentang.measure.reporting.errors import (
    WorkbookBroken,
    WorkbookForeign,
    WorkbookUnreadable,
)
from nentang.measure.reporting.rules.cells import FINEST, LARGEST, Values, read_number
from nentang.measure.reporting.rules.layout import (
    BEFORE,
    CODE,
    FIRST_ROW,
    REMARKS,
    TITLE,
    UNIT,
    VALUE,
    as_spreadsheet,
    lines,
    remarks_row,
    rows_by_cell,
)
from nentang.measure.reporting.rules.regimes import Cell, Regime

from .archive import check_archive

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SHEET, HIDDEN = "Báo cáo", "nt"
LONGEST_REMARKS = 2000
_SIGNER = Signer(salt="nentang.measure.reporting.workbook")


class Subject(Frozen):
    """Whose workbook it is."""

    code: str
    body: str
    period: str


class Taken(Frozen):
    """What a workbook says: cells as they would be typed, and the explanation."""

    typed: dict[str, str]
    remarks: str


def written(
    regime: Regime, subject: Subject, values: Values, before: Values, remarks: str, language: str
) -> bytes:
    """The workbook with what is known filled in; only the cells to be filled in can be changed."""
    from openpyxl import Workbook  # noqa: PLC0415 - heavy

    book = Workbook()
    sheet: Any = book.active
    sheet.title = SHEET
    _write_head(sheet, regime, subject, language)
    _write_lines(sheet, regime, values, before, language)
    _write_remarks(sheet, regime, remarks)
    _add_rules(sheet, regime)
    sheet.protection.sheet = True
    sheet.freeze_panes = f"A{FIRST_ROW}"
    sheet.print_title_rows = f"{FIRST_ROW - 1}:{FIRST_ROW - 1}"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    hidden = book.create_sheet(HIDDEN)
    hidden["A1"] = _SIGNER.sign(_mark(regime, subject.code))
    hidden.sheet_state, hidden.protection.sheet = "veryHidden", True
    book.security.lockStructure = True
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def taken(content: bytes, regime: Regime, code: str) -> Taken:
    """What stands in the cells to be filled in.

    WorkbookTooLarge, WorkbookUnreadable, WorkbookForeign, or WorkbookBroken with every wrong cell by its address.
    """
    check_archive(content)
    rows, mark = _read(content, remarks_row(regime))
    _check_mark(mark, regime, code)
    typed: dict[str, str] = {}
    faults: dict[str, list[str]] = {}
    for cell_id, row in rows_by_cell(regime).items():
        cell = regime.cell(cell_id)
        if cell is None or _at(rows, row, CODE)[0] != cell_id:
            faults[f"{CODE}{row}"] = [_("Mã ô bị sửa, phải là {code}.").format(code=cell_id)]
        elif cell.is_typed:
            text, fault = _typed(cell, *_at(rows, row, VALUE))
            typed[cell_id] = text
            if fault:
                faults[f"{VALUE}{row}"] = [fault]
    remarks, fault = _remarks(*_at(rows, remarks_row(regime), TITLE))
    if fault:
        faults[f"{TITLE}{remarks_row(regime)}"] = [fault]
    if faults:
        first, said = next(iter(faults.items()))
        raise WorkbookBroken(fields=faults, count=len(faults), first=f"{first}: {said[0]}")
    return Taken(typed, remarks)


def _mark(regime: Regime, code: str) -> str:
    return f"{code}|{regime.fingerprint}"


def _check_mark(mark: object, regime: Regime, code: str) -> None:
    try:
        said = _SIGNER.unsign(str(mark))
    except BadSignature:
        raise WorkbookForeign(what=_("dấu của biểu mẫu bị sửa hoặc không có")) from None
    found, _bar, form = said.partition("|")
    if found != code:
        raise WorkbookForeign(what=_("tệp là của báo cáo {code}").format(code=found[:40]))
    if form != regime.fingerprint:
        raise WorkbookForeign(what=_("biểu mẫu đã đổi từ khi tải"))


_Row = dict[str, tuple[Any, str]]


def _read(content: bytes, last_row: int) -> tuple[dict[int, _Row], object]:
    """The rows of the form, and the mark of the hidden sheet; nothing beyond them is read."""
    from openpyxl import load_workbook  # noqa: PLC0415 - heavy

    try:
        book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
        sheet, hidden = book[SHEET], book[HIDDEN]
        rows: dict[int, _Row] = {}
        for number, row in enumerate(sheet.iter_rows(1, last_row, 1, 5), 1):
            rows[number] = {
                letter: (cell.value, str(getattr(cell, "data_type", "n")))
                for letter, cell in zip("ABCDE", row, strict=False)
            }
        first = next(hidden.iter_rows(min_row=1, max_row=1, max_col=1), ())
        return rows, first[0].value if first else None
    except Exception as fault:
        raise WorkbookUnreadable from fault


def _at(rows: Mapping[int, _Row], row: int, letter: str) -> tuple[Any, str]:
    return rows.get(row, {}).get(letter, (None, "n"))


def _typed(cell: Cell, value: Any, data_type: str) -> tuple[str, str]:
    """The cell as it would be typed, and what is wrong with it."""
    if value is None or value == "":
        return "", ""
    if data_type == "f" or not isinstance(value, int | float | str):
        return "", _("Ô này có công thức hoặc kiểu lạ. Chỉ dán giá trị (số).")
    if data_type == "e" or isinstance(value, bool):
        return "", _("Ô này không phải là số. Ghi lại bằng chữ số.")
    if isinstance(value, str):
        text = value[:60]
        fault = (
            ""
            if read_number(text) is not None
            else _("“{typed}” không phải là số.").format(typed=text)
        )
        return ("" if fault else text), fault
    return _plain(value), ""


def _plain(value: int | float) -> str:
    """What a spreadsheet means by a number in binary, as a decimal with a comma."""
    number = Decimal(str(value))
    if not number.is_finite() or abs(number) >= LARGEST:
        return "9" * 19
    return format(round(number, FINEST).normalize(), "f").replace(".", ",")


def _remarks(value: Any, data_type: str) -> tuple[str, str]:
    if value is None:
        return "", ""
    if data_type == "f" or not isinstance(value, str):
        return "", _("Giải trình phải là chữ, không phải công thức.")
    return value[:LONGEST_REMARKS], ""


def _write_head(sheet: Worksheet, regime: Regime, subject: Subject, language: str) -> None:
    from openpyxl.styles import Font  # noqa: PLC0415 - heavy

    head = (regime.title(language), subject.body, subject.period)
    for row, text in enumerate(head, 1):
        sheet[f"A{row}"] = text
        sheet[f"A{row}"].font = Font(bold=row == 1, size=14 if row == 1 else 11)
    sheet["A4"] = _("Chỉ điền các ô màu vàng. Không phát sinh thì ghi 0. Đừng ghi tên người.")
    titles = (_("Mã ô"), _("Chỉ tiêu"), _("Đơn vị tính"), _("Kỳ này"), _("Kỳ trước"))
    for letter, title in zip((CODE, TITLE, UNIT, VALUE, BEFORE), titles, strict=True):
        sheet[f"{letter}{FIRST_ROW - 1}"] = title
        sheet[f"{letter}{FIRST_ROW - 1}"].font = Font(bold=True)
    for letter, width in (("A", 22), ("B", 52), ("C", 16), ("D", 18), ("E", 18)):
        sheet.column_dimensions[letter].width = width


def _write_lines(
    sheet: Worksheet, regime: Regime, values: Values, before: Values, language: str
) -> None:
    from openpyxl.styles import Font  # noqa: PLC0415 - heavy

    rows = rows_by_cell(regime)
    for line in lines(regime):
        if line.cell is None:
            sheet[f"{TITLE}{line.row}"] = line.heading_en if language == "en" else line.heading_vi
            sheet[f"{TITLE}{line.row}"].font = Font(bold=True)
            continue
        cell = line.cell
        sheet[f"{CODE}{line.row}"] = cell.id
        sheet[f"{TITLE}{line.row}"] = cell.title(language)
        sheet[f"{UNIT}{line.row}"] = cell.unit(language)
        sheet[f"{BEFORE}{line.row}"] = before.get(cell.id)
        if cell.formula:
            sheet[f"{VALUE}{line.row}"] = as_spreadsheet(cell.formula, rows)
        else:
            _open(sheet, f"{VALUE}{line.row}", values.get(cell.id))


def _write_remarks(sheet: Worksheet, regime: Regime, remarks: str) -> None:
    row = remarks_row(regime)
    sheet[f"{CODE}{row}"] = REMARKS
    _open(sheet, f"{TITLE}{row}", remarks or None)
    sheet[f"{TITLE}{row}"].data_type = "s"
    sheet[f"{UNIT}{row}"] = _("Giải trình")


def _open(sheet: Worksheet, address: str, value: Decimal | str | None) -> None:
    """A cell that may be changed, in yellow."""
    from openpyxl.styles import PatternFill, Protection  # noqa: PLC0415 - heavy

    sheet[address] = value
    sheet[address].protection = Protection(locked=False)
    sheet[address].fill = PatternFill("solid", start_color="FFF8E1")


def _add_rules(sheet: Worksheet, regime: Regime) -> None:
    """The spreadsheet itself refuses what is no such number."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - heavy

    most = {CellKind.PERCENT: "100"}
    for kind in CellKind:
        rule = DataValidation(
            type="whole" if kind is CellKind.COUNT else "decimal",
            operator="between",
            formula1="0",
            formula2=most.get(kind, "999999999999999"),
            allow_blank=True,
            showErrorMessage=True,
            errorTitle=str(kind.label),
            error=_("Ô này chỉ nhận số không âm, đúng kiểu đã ghi."),
        )
        sheet.add_data_validation(rule)
        for cell_id, row in rows_by_cell(regime).items():
            cell = regime.cell(cell_id)
            if cell and cell.kind is kind and cell.is_typed:
                rule.add(f"{VALUE}{row}")
