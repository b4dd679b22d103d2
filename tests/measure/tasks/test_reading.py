"""Files from outside: what is taken, what is refused, and that none of it harms."""

import pytest

from nentang.measure.tasks.adapters.pdf_file import blocks_of_pdf
from nentang.measure.tasks.adapters.source_file import read_source
from nentang.measure.tasks.adapters.word_file import blocks_of_word
from nentang.measure.tasks.errors import DecisionTooLarge, DecisionUnreadable, NoTextInside
from nentang.measure.tasks.rules.blocks import LARGEST
from tests.measure.tasks.documents import (
    HEAD,
    PARAGRAPHS,
    ROWS,
    W,
    archive_of,
    bomb,
    csv_of,
    pdf_of,
    with_entity,
    word_of,
)


def document(body: str) -> bytes:
    return archive_of(f"<w:document {W}><w:body>{body}</w:body></w:document>")


def paragraph(text: str, more: str = "") -> str:
    return f"<w:p>{more}<w:r><w:t>{text}</w:t></w:r></w:p>"


def listed(text: str, level: int = 0) -> str:
    number = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return paragraph(text, number)


def test_a_word_file_is_read_in_its_order_with_spots() -> None:
    blocks = read_source(word_of(rows=(HEAD, *ROWS)), "a.docx")

    assert [b.text for b in blocks[: len(PARAGRAPHS)]] == list(PARAGRAPHS)
    assert blocks[len(PARAGRAPHS)].cells == HEAD
    assert blocks[-1].spot == "table:1:6"


def test_numbers_that_word_only_draws_are_counted() -> None:
    blocks = blocks_of_word(
        document(
            listed("Phần đầu") + listed("Điểm", 1) + listed("Điểm hai", 1) + listed("Phần sau")
        )
    )

    assert [b.text for b in blocks] == ["1. Phần đầu", "1.1. Điểm", "1.2. Điểm hai", "2. Phần sau"]


def test_what_was_struck_out_is_not_read_and_what_was_put_in_is() -> None:
    body = (
        "<w:p><w:r><w:t>Sở </w:t></w:r><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>mới</w:t></w:r></w:ins></w:p>"
    )
    assert blocks_of_word(document(body))[0].text == "Sở mới"


def test_a_cell_over_several_rows_speaks_for_each() -> None:
    def cell(text: str, merge: str = "") -> str:
        return f"<w:tc><w:tcPr>{merge}</w:tcPr>{paragraph(text)}</w:tc>"

    rows = (
        cell("A", '<w:vMerge w:val="restart"/>') + cell("một"),
        cell("", "<w:vMerge/>") + cell("hai"),
        cell("cả hàng", '<w:gridSpan w:val="2"/>'),
    )
    body = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    assert [b.cells for b in blocks_of_word(document(body))] == [
        ("A", "một"),
        ("A", "hai"),
        ("cả hàng", ""),
    ]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (with_entity(), "a.docx"),
        (word_of()[:200], "a.docx"),
        (archive_of(f"<w:document {W}/>", word__vbaProject_bin=b"x"), "a.docx"),
        (archive_of("<w:document>", word__x=b"x"), "a.docx"),
        (archive_of(f"<w:document {W}/>"), "a.docx"),
        (word_of(), "a.pdf"),
        (csv_of(), "a.docx"),
        (csv_of() + b"\x00", "a.csv"),
        (b"\xff\xfe\x00", "a.csv"),
        (b"", "a.csv"),
        (b"%PDF-1.7 rac %%EOF", "a.pdf"),
        (b"%PDF-1.7\n" + b"<<" * 50_000, "a.pdf"),
        (b"MZ\x90", "a.exe"),
    ],
)
def test_what_is_no_decision_is_refused(content: bytes, name: str) -> None:
    with pytest.raises(DecisionUnreadable):
        read_source(content, name)


def test_what_swells_or_is_too_large_is_refused() -> None:
    rows = [("1", "x", "y", "", "", "")] * 7000
    for content, name in (
        (bomb(), "a.docx"),
        (b"a" * (LARGEST + 1), "a.csv"),
        (csv_of(rows), "a.csv"),
    ):
        with pytest.raises(DecisionTooLarge):
            read_source(content, name)


def test_an_archive_that_lies_about_its_sizes_is_refused() -> None:
    honest = bomb()
    lying = honest.replace(
        (30 * 1024 * 1024 + len(f"<w:document {W}><w:body></w:body></w:document>")).to_bytes(
            4, "little"
        ),
        (1000).to_bytes(4, "little"),
    )
    assert lying != honest
    with pytest.raises((DecisionUnreadable, DecisionTooLarge)):
        read_source(lying, "a.docx")


def test_a_pdf_is_read_page_by_page_and_a_scan_is_told_apart() -> None:
    blocks = blocks_of_pdf(pdf_of())
    assert any("chủ trì" in b.text and "trước ngày 30/6/2021" in b.text for b in blocks)
    assert {b.spot.split(":")[0] for b in blocks} == {"page"}

    from io import BytesIO

    from pypdf import PdfWriter

    kept, writer = BytesIO(), PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(kept)
    with pytest.raises(NoTextInside):
        blocks_of_pdf(kept.getvalue())
