"""The books of a month, as they are printed."""

from collections.abc import Sequence
from datetime import date
from typing import Any

Incoming = tuple[int, date, str, str, date | None, str, str]
"""Number in the book, day of arrival, sender, number and notation, day, type and summary, who has it."""
Outgoing = tuple[str, date, str, str, str]
"""Number and notation, day, type and summary, signer, recipients."""


def incoming_book(body: str, month: date, rows: Sequence[Incoming]) -> dict[str, Any]:
    """The data of `documents.paper`: the book of incoming documents."""
    return _book(
        "Sổ đăng ký văn bản đến",
        body,
        month,
        [
            "Số đến",
            "Ngày đến",
            "Tác giả",
            "Số, ký hiệu",
            "Ngày",
            "Tên loại và trích yếu",
            "Người nhận",
        ],
        [2, 3, 4, 4, 3, 8, 4],
        [
            [str(number), _day(came), sender, notation, _day(day), about, has]
            for number, came, sender, notation, day, about, has in rows
        ],
    )


def outgoing_book(body: str, month: date, rows: Sequence[Outgoing]) -> dict[str, Any]:
    """The data of `documents.paper`: the book of outgoing documents."""
    return _book(
        "Sổ đăng ký văn bản đi",
        body,
        month,
        ["Số, ký hiệu", "Ngày", "Tên loại và trích yếu", "Người ký", "Nơi nhận"],
        [4, 3, 8, 4, 7],
        [[notation, _day(day), about, signer, to] for notation, day, about, signer, to in rows],
    )


def _book(
    heading: str,
    body: str,
    month: date,
    header: list[str],
    widths: list[int],
    lines: list[list[str]],
) -> dict[str, Any]:
    return {
        "heading": heading,
        "about": f"{body}, tháng {month:%m} năm {month:%Y}",
        "table": {"header": header, "widths": widths, "lines": lines},
        "sideways": True,
    }


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
