"""Files that assign tasks, made here: word, PDF, CSV, and such as nobody should take."""

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from xml.sax.saxutils import escape

HEAD = ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Thời hạn")
ROWS = (
    ("I", "Phát triển hạ tầng số", "", "", "", ""),
    (
        "1",
        "Xây dựng trục tích hợp dữ liệu của tỉnh",
        "UBND huyện Mẫu",
        "UBND tỉnh",
        "Trục tích hợp",
        "Trước 31/12/2020",
    ),
    (
        "2",
        "Phủ wifi nơi công cộng",
        "UBND huyện Mẫu",
        "Các đoàn thể",
        "Danh sách điểm",
        "Quý I/2021",
    ),
    ("II", "Phát triển xã hội số", "", "", "", ""),
    ("3", "Phổ cập kỹ năng số cho người dân", "Hội Mẫu", "", "Báo cáo", "Thường xuyên"),
)
PARAGRAPHS = (
    "KẾ HOẠCH MẪU",
    "I. Hạ tầng số",
    "1. UBND huyện Mẫu chủ trì, phối hợp với UBND xã Mẫu 1 và các cơ quan liên quan xây dựng kho dữ liệu dùng chung, hoàn thành trước ngày 30/6/2021.",
    "2. Ủy ban nhân dân huyện Mẫu:",
    "a) Số hoá hồ sơ lưu trữ trong Quý IV/2020.",
    "b) Tuyên truyền trên hệ thống truyền thanh, thường xuyên.",
    "Điều 2. Kế hoạch này có hiệu lực từ ngày ký.",
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
AT = datetime(2020, 6, 1, 2, tzinfo=UTC)
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def csv_of(rows: Sequence[Sequence[str]] = (HEAD, *ROWS)) -> bytes:
    """A table as spreadsheets save it."""
    kept = io.StringIO()
    csv.writer(kept).writerows(rows)
    return b"\xef\xbb\xbf" + kept.getvalue().encode()


def word_of(paragraphs: Sequence[str] = PARAGRAPHS, rows: Sequence[Sequence[str]] = ()) -> bytes:
    """A word file with paragraphs and, below them, a table."""
    body = "".join(map(_paragraph, paragraphs))
    if rows:
        cells = ("".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in row) for row in rows)
        body += f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
    return archive_of(f"<w:document {W}><w:body>{body}</w:body></w:document>")


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def archive_of(document: str, **more: bytes) -> bytes:
    """A word file with that document in it, and further parts."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", document)
        for name, content in more.items():
            archive.writestr(name.replace("__", "/"), content)
    return kept.getvalue()


def bomb() -> bytes:
    """A small file whose document unfolds to far more than any decision."""
    return archive_of(f"<w:document {W}><w:body>{' ' * (30 * 1024 * 1024)}</w:body></w:document>")


def with_entity() -> bytes:
    """A file that asks the reader to fetch another."""
    return archive_of(
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document {W}><w:body>'
        "<w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"
    )


def pdf_of(lines: Sequence[str] = PARAGRAPHS) -> bytes:
    """A PDF with text, printed by the press of the house."""
    from nentang.foundation.documents.public import render_pdf

    data = {"heading": "KẾ HOẠCH MẪU", "paragraphs": list(lines)}
    return render_pdf("documents.paper", data, title="Kế hoạch mẫu", at=AT)
