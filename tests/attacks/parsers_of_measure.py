"""Parsers of the measure that meet bytes from outside: decisions, workbooks, questions, registers, frameworks."""

import re
from datetime import date
from functools import cache
from urllib.parse import parse_qs

from nentang.kernel.law import LawUnreadable
from nentang.kernel.yaml_file import YamlUnreadable, read_foreign_yaml
from nentang.measure.index.rules.foreign import foreign_framework
from nentang.measure.index.rules.framework import law_of
from nentang.measure.index.rules.tables import TableFault, score_table
from nentang.measure.open_data.api import filters_in
from nentang.measure.open_data.errors import QueryUnreadable
from nentang.measure.open_data.rules.published import Column, Published
from nentang.measure.open_data.rules.query import Question, Unreadable, ask
from nentang.measure.open_data.rules.tables import TOTAL
from nentang.measure.reporting.adapters.sdmx_csv import taken_csv
from nentang.measure.reporting.adapters.workbook import taken
from nentang.measure.reporting.errors import (
    WorkbookBroken,
    WorkbookForeign,
    WorkbookTooLarge,
    WorkbookUnreadable,
)
from nentang.measure.reporting.rules.cells import computed, faults_of, read_typed
from nentang.measure.reporting.rules.periods import ReportPeriod, period_closed_by
from nentang.measure.reporting.rules.regimes import Regime, regime_rule
from nentang.measure.small_registers.registry import known_register
from nentang.measure.small_registers.rules.registers import parse_register
from nentang.measure.small_registers.rules.typed import missing, read, title_of
from nentang.measure.tasks.adapters.csv_table import blocks_of_csv
from nentang.measure.tasks.adapters.pdf_file import blocks_of_pages
from nentang.measure.tasks.adapters.word_file import blocks_of_word
from nentang.measure.tasks.errors import DecisionTooLarge, DecisionUnreadable, NoTextInside
from nentang.measure.tasks.rules.blocks import Block
from nentang.measure.tasks.rules.bodies import Directory
from nentang.measure.tasks.rules.proposals import propose

from .storable import storable

NOBODY = Directory([(1, "Bộ Mẫu"), (2, "Ủy ban nhân dân huyện Mẫu")])
REPORT = "000.31.15.H98-KTXH-2020-12"
CELLS = (("m0", "a", 4, ""), ("m0", "b", None, "hidden"), ("m0", TOTAL, 9, ""), ("m1", "a", 6, ""))
COLUMNS = (
    Column("month", "month", "", ""),
    Column("place", "category", "", "", has_total=True),
    Column("count", "count", "", ""),
    Column("status", "status", "", ""),
)


def assignments(content: bytes) -> None:
    """A decision that assigns tasks, as a word file and as a table; what is proposed can be kept."""
    for blocks in (blocks_of_word, blocks_of_csv):
        try:
            _propose(blocks(content))
        except (DecisionUnreadable, DecisionTooLarge):
            continue


def pdf_pages(content: bytes) -> None:
    """What a PDF said on its pages; a program of its own has read the file."""
    pages = content.decode("utf-8", "replace").split("\f")
    try:
        _propose(blocks_of_pages(pages))
    except NoTextInside:
        return


def _propose(blocks: list[Block]) -> None:
    for one in propose(blocks, NOBODY, date(2020, 6, 3)):
        storable([one.text, one.area, one.item, one.output, one.lead_words, one.support_words])
        assert len(one.text) <= 2000
        assert (one.due.due_on is None) == (one.due.kind != "day")


@cache
def _regime() -> Regime:
    return regime_rule("socio_economic", date(2021, 1, 5)).value


def workbook(content: bytes) -> None:
    """The workbook of a report as it comes back; what is taken can be typed and kept."""
    try:
        found = taken(content, _regime(), REPORT)
    except (WorkbookBroken, WorkbookForeign, WorkbookTooLarge, WorkbookUnreadable):
        return
    storable([found.remarks, *found.typed.values()])
    reading = read_typed(_regime(), found.typed)
    assert all(value.is_finite() for value in reading.values.values())


def _period() -> ReportPeriod:
    return period_closed_by(_regime().period, date(2020, 12, 20), 14)


def sdmx_csv(content: bytes) -> None:
    """A report as SDMX-CSV, from a program of somebody else."""
    try:
        typed = taken_csv(content, _regime(), _period(), [REPORT, "98"])
    except (WorkbookBroken, WorkbookForeign, WorkbookTooLarge, WorkbookUnreadable):
        return
    reading = read_typed(_regime(), typed)
    assert all(value.is_finite() for value in reading.values.values())


def report_cells(content: bytes) -> None:
    """Cells of a report as somebody types them, one a line."""
    typed = content.decode("utf-8", "replace").splitlines()
    ids = [cell.id for cell in _regime().cells if cell.is_typed]
    reading = read_typed(_regime(), dict(zip(ids, typed, strict=False)))
    values = computed(_regime(), reading.values)
    faults_of(_regime(), values, reading.values, reading.values, is_explained=False)
    assert all(value.is_finite() for value in values.values())


def question(content: bytes) -> None:
    """A question to a dataset, as an address asks it."""
    text = content.decode("utf-8", "replace")
    try:
        asked = parse_qs(text, max_num_fields=20)
    except ValueError:
        return
    word = {name: values[-1] for name, values in asked.items()}
    table = Published(COLUMNS, tuple((*key, count, state) for *key, count, state in CELLS))
    limit = word.get("limit", "")
    try:
        answer = ask(
            table,
            Question(
                filters_in(asked.get("where", [])),
                tuple(filter(None, word.get("group", "").split(","))),
                word.get("sort", ""),
                word.get("after", ""),
                int(limit) if re.fullmatch(r"\d{1,4}", limit, re.ASCII) else 100,
            ),
        )
    except (QueryUnreadable, Unreadable):
        return
    assert sum(row[-1] or 0 for row in answer.rows if isinstance(row[-1], int)) <= 20


def submission(content: bytes) -> None:
    """What somebody types into small registers, one field a line."""
    typed = content.decode("utf-8", "replace").splitlines()
    for code in ("domains", "coverage", "sandbox", "success_stories"):
        register = known_register(code)
        assert register
        words = dict(zip([each.id for each in register.fields], typed, strict=False))
        reading = read(register, words, today=date(2020, 12, 7), units={"83"})
        missing(register, reading.values, for_submitter=True)
        title = title_of(register, reading.values, {})
        assert len(title) <= 2000


def register_file(content: bytes) -> None:
    """A small register as YAML."""
    try:
        document = read_foreign_yaml(content.decode("utf-8", "replace"))
        register = parse_register("x", document)
    except (YamlUnreadable, KeyError, ValueError):
        return
    assert register.field(register.title_field).is_public


def framework_file(content: bytes) -> None:
    """A framework of an index that somebody names by its file, and a table scored by it."""
    try:
        law = foreign_framework("x.yaml", content.decode("utf-8", "replace"))
        score_table(law, "unit,year,index,a\nTỉnh Mẫu,2020,0.5,1\n", year=None, is_json=False)
    except (LawUnreadable, TableFault):
        return


def index_table(content: bytes) -> None:
    """A table that is scored, as CSV and as JSON."""
    text = content.decode("utf-8", "replace")
    for is_json in (False, True):
        try:
            scored = score_table(law_of("dti_province"), text, year=2022, is_json=is_json)
        except TableFault:
            continue
        for each in scored:
            assert each.value is None or 0 <= each.value <= each.framework.scale


PARSERS = (
    assignments,
    pdf_pages,
    workbook,
    sdmx_csv,
    report_cells,
    question,
    submission,
    register_file,
    framework_file,
    index_table,
)
