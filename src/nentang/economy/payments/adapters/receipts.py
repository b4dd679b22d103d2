"""The receipt's law file and paper."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from nentang.economy.payments.rules.receipts import ReceiptTerms, parse_terms
from nentang.kernel.law import Law, load_law

RECEIPT = "payments.receipt"
TEMPLATE = "payments.receipt"
APP = Path(__file__).resolve().parents[1]
PAPER = APP / "typst" / "receipt.typ"


def receipt_terms(on: date) -> ReceiptTerms:
    """What holds for receipts made on that day."""
    return _law().in_force(on=on)


@lru_cache(maxsize=1)
def _law() -> Law[ReceiptTerms]:
    return load_law(APP / "law" / "receipt.yaml", parse_terms)
