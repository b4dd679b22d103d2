"""The closing list of a work file, as it goes into the archive with it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

Row = tuple[str, date | None, str, str, str]
"""Number, day, type, what it is about, who wrote it."""


def contents_paper(code: str, title: str, rows: Sequence[Row]) -> dict[str, Any]:
    """The data of `documents.paper`: the documents of the file in the order of their days."""
    ordered = sorted(rows, key=lambda row: row[1] or date.max)
    return {
        "heading": "Mục lục văn bản trong hồ sơ",
        "about": f"{title} ({code})",
        "table": {
            "header": ["Số thứ tự", "Số, ký hiệu", "Ngày", "Tên loại và trích yếu", "Tác giả"],
            "widths": [1, 3, 2, 6, 4],
            "lines": [_line(number, row) for number, row in enumerate(ordered, 1)],
        },
        "closing": [f"Hồ sơ gồm {len(rows)} văn bản."],
        "sideways": True,
    }


def _line(place: int, row: Row) -> list[str]:
    number, day, kind, summary, author = row
    about = " – ".join(filter(None, (kind, summary)))
    return [str(place), number, f"{day:%d/%m/%Y}" if day else "", about, author]
