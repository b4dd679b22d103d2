"""The clerk's workbook: what the template lets through, and what is refused by its address."""

import io
import zipfile
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from nentang.measure.reporting import actions
from nentang.measure.reporting.adapters.archive import LARGEST, LARGEST_UNPACKED
from nentang.measure.reporting.adapters.workbook import HIDDEN, SHEET, Subject, taken, written
from nentang.measure.reporting.errors import (
    WorkbookBroken,
    WorkbookForeign,
    WorkbookTooLarge,
    WorkbookUnreadable,
)
from nentang.measure.reporting.rules.layout import remarks_row, rows_by_cell
from nentang.measure.reporting.rules.regimes import Regime, regime_rule
from tests.measure.reporting.factories import CLOSED, make_land, opened, report_of

CODE = "000.31.15.H98-KTXH-2020-12"
WHOSE = Subject(CODE, "Ủy ban nhân dân xã Mẫu", "12/2020")


@pytest.fixture
def regime() -> Regime:
    return regime_rule("socio_economic", CLOSED.date()).value


def template(regime: Regime, **values: str) -> bytes:
    known = {name: Decimal(value) for name, value in values.items()}
    return written(regime, WHOSE, known, {}, "", "vi")


def changed(content: bytes, **cells: object) -> bytes:
    """The workbook as somebody changed it in a spreadsheet program."""
    book = load_workbook(io.BytesIO(content))
    for address, value in cells.items():
        book[SHEET][address] = value
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def repacked(content: bytes, **parts: bytes) -> bytes:
    """The archive with parts replaced or added."""
    kept = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, text in parts.items():
            new.writestr(name, text)
    return kept.getvalue()


def test_what_is_written_is_read_again(regime: Regime) -> None:
    rows = rows_by_cell(regime)
    content = changed(
        template(regime, budget_revenue="1200.5"),
        **{f"D{rows['households']}": 1000, f"D{rows['disaster_damage']}": 0.1 + 0.2},
    )

    found = taken(content, regime, CODE)

    assert found.typed["budget_revenue"] == "1200,5"
    assert found.typed["households"] == "1000"
    assert found.typed["disaster_damage"] == "0,3"
    assert found.typed["poor_households"] == ""
    assert "poor_share" not in found.typed


def test_only_cells_to_be_filled_in_can_be_changed(regime: Regime) -> None:
    book = load_workbook(io.BytesIO(template(regime)))
    sheet, rows = book[SHEET], rows_by_cell(regime)

    free = {c.coordinate for row in sheet.iter_rows() for c in row if not c.protection.locked}

    typed = {f"D{rows[cell.id]}" for cell in regime.cells if cell.is_typed}
    assert free == typed | {f"B{remarks_row(regime)}"}
    assert sheet.protection.sheet
    assert book[HIDDEN].sheet_state == "veryHidden"
    ruled = {str(area) for rule in sheet.data_validations.dataValidation for area in rule.sqref}
    assert {f"D{rows['households']}"} <= {cell for area in ruled for cell in _cells(area)}


def _cells(area: str) -> set[str]:
    first, _colon, last = area.partition(":")
    rows = range(int(first[1:]), int((last or first)[1:]) + 1)
    return {f"{first[0]}{row}" for row in rows}


@pytest.mark.parametrize("value", ["=1+1", "=SUM(A1:A9)", True, "mười hai", "#DIV/0!", "1.2.3"])
def test_a_cell_that_is_no_number_is_named_by_its_address(regime: Regime, value: object) -> None:
    address = f"D{rows_by_cell(regime)['households']}"

    with pytest.raises(WorkbookBroken) as refused:
        taken(changed(template(regime), **{address: value}), regime, CODE)

    assert set(refused.value.fields) == {address}
    assert address in refused.value.sentence


def test_a_row_that_was_moved_is_named(regime: Regime) -> None:
    row = rows_by_cell(regime)["households"]

    with pytest.raises(WorkbookBroken) as refused:
        taken(changed(template(regime), **{f"A{row}": "poor_households"}), regime, CODE)

    assert set(refused.value.fields) == {f"A{row}"}


def test_a_foreign_workbook_is_refused(regime: Regime) -> None:
    other = regime_rule("one_stop", CLOSED.date()).value
    with pytest.raises(WorkbookForeign):
        taken(template(regime), regime, "000.32.15.H98-KTXH-2020-12")
    with pytest.raises(WorkbookForeign):
        taken(template(regime), other, CODE)

    book = load_workbook(io.BytesIO(template(regime)))
    book[HIDDEN]["A1"] = f"{CODE}|{regime.fingerprint}:selfmade"
    kept = io.BytesIO()
    book.save(kept)
    with pytest.raises(WorkbookForeign):
        taken(kept.getvalue(), regime, CODE)


def test_what_swells_when_unpacked_is_refused(regime: Regime) -> None:
    bomb = repacked(
        template(regime), **{"xl/sharedStrings.xml": b"<a>" + b" " * (2 * LARGEST_UNPACKED)}
    )
    assert len(bomb) < LARGEST
    with pytest.raises(WorkbookTooLarge):
        taken(bomb, regime, CODE)
    with pytest.raises(WorkbookTooLarge):
        taken(b"PK\x03\x04" + b"\x00" * LARGEST, regime, CODE)
    many = {f"xl/x{n}.xml": b"<a/>" for n in range(100)}
    with pytest.raises(WorkbookTooLarge):
        taken(repacked(template(regime), **many), regime, CODE)


def test_a_part_that_lies_about_its_size_is_refused(regime: Regime) -> None:
    content = bytearray(
        repacked(template(regime), **{"xl/extra.xml": b"<a>" + b"x" * 9000 + b"</a>"})
    )
    at = content.rindex(b"xl/extra.xml") - 46
    content[at + 24 : at + 28] = (10).to_bytes(4, "little")

    with pytest.raises(WorkbookUnreadable):
        taken(bytes(content), regime, CODE)


@pytest.mark.parametrize(
    "parts",
    [
        {"xl/vbaProject.bin": b"\xd0\xcf"},
        {"xl/externalLinks/externalLink1.xml": b"<a/>"},
        {"xl/sharedStrings.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'},
        {"xl/sharedStrings.xml": '<?xml version="1.0"?><!DOCTYPE a><a/>'.encode("utf-16")},
        {"xl/workbook.xml": b"<workbook/>"},
        {"xl/worksheets/sheet1.xml": b"<not-closed"},
    ],
    ids=["macros", "links", "entities", "other letters", "no sheets", "not closed"],
)
def test_what_is_no_plain_workbook_is_refused(regime: Regime, parts: dict[str, bytes]) -> None:
    with pytest.raises(WorkbookUnreadable):
        taken(repacked(template(regime), **parts), regime, CODE)


def test_text_that_is_no_archive_is_refused(regime: Regime) -> None:
    for content in (b"", b"chi tieu;so\n1;2", b"PK\x03\x04", template(regime)[:-40]):
        with pytest.raises(WorkbookUnreadable):
            taken(content, regime, CODE)


def test_a_sheet_that_claims_a_million_merged_cells_is_read_in_its_rows_only(
    regime: Regime,
) -> None:
    with zipfile.ZipFile(io.BytesIO(template(regime))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    wide = sheet.replace(
        b"</sheetData>",
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
    ).replace(
        b"<dataValidations",
        b'<mergeCells count="1"><mergeCell ref="A20:XFD1048576"/></mergeCells><dataValidations',
    )

    found = taken(repacked(template(regime), **{"xl/worksheets/sheet1.xml": wide}), regime, CODE)

    assert found.typed["households"] == ""


@pytest.mark.django_db
def test_a_workbook_with_one_wrong_cell_changes_nothing() -> None:
    land = make_land(at=CLOSED)
    opened(land)
    report = report_of(land.commune)
    form = regime_rule(report.regime, report.last_on).value
    whose = Subject(report.code, "", "")
    content = written(form, whose, {"households": Decimal(7)}, {}, "Đã rà soát", "vi")
    rows = rows_by_cell(form)
    by = {"code": report.code, "actor": land.commune.clerk, "at": CLOSED}

    broken = changed(content, **{f"D{rows['poor_households']}": "=1"})
    with pytest.raises(WorkbookBroken):
        actions.take_workbook(content=broken, draft_version=0, **by)
    assert report_of(land.commune).values == {}

    actions.take_workbook(content=content, draft_version=0, **by)

    saved = report_of(land.commune)
    assert (saved.values, saved.remarks) == ({"households": "7"}, "Đã rà soát")
