"""What stands on a receipt."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.kernel.money import format_dong

from .words import in_words


class ReceiptTerms(Frozen):
    """How the law in force wants a receipt titled and numbered."""

    title: str
    digits: int
    basis: str

    def number(self, year: int, serial: int) -> str:
        """`0000012/2020`."""
        return f"{serial:0{self.digits}d}/{year}"


def parse_terms(value: Mapping[str, Any]) -> ReceiptTerms:
    """The terms from a law file."""
    return ReceiptTerms(
        title=str(value["title"]), digits=int(value["digits"]), basis=str(value["basis"])
    )


def receipt_content(
    *,
    payer: str,
    payee: str,
    description: str,
    reference: str,
    amount: int,
    method: str,
    paid_on: date,
    terms: ReceiptTerms,
) -> dict[str, object]:
    """What the receipt prints: who paid what for which matter, in figures and in words."""
    return {
        "heading": terms.title,
        "basis": terms.basis,
        "rows": [
            ["Người nộp", payer or "Không ghi tên"],
            ["Cơ quan thu", payee],
            ["Nộp cho việc", description],
            ["Mã hồ sơ", reference],
            ["Số tiền", format_dong(amount)],
            ["Bằng chữ", in_words(amount)],
            ["Cách nộp", method],
            ["Ngày nộp", f"{paid_on:%d/%m/%Y}"],
        ],
    }
