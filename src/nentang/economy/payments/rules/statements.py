"""Statements of a day: a table of what moved, one line a movement."""

import csv
import io
import re

from nentang.economy.payments.errors import StatementUnreadable
from nentang.kernel.frozen import Frozen

COLUMNS = ["gateway", "transaction", "amount", "bank_bin", "account"]
LONGEST = 40 * 1024 * 1024  # bytes: half a million movements

_AMOUNT = re.compile(r"-?[1-9][0-9]{0,12}")


class Line(Frozen):
    """One movement, in đồng; what went back is negative, under our refund's code."""

    gateway: str
    transaction: str
    amount: int
    bank_bin: str
    account: str


def read_lines(content: bytes) -> list[Line]:
    """The lines of a file (CSV, UTF-8, these columns); StatementUnreadable names the first bad one."""
    if len(content) > LONGEST:
        raise StatementUnreadable(line=0)
    try:
        rows = csv.reader(io.StringIO(content.decode("utf-8-sig")), strict=True)
        if next(rows, None) != COLUMNS:
            raise StatementUnreadable(line=1)
        return _distinct([_line(number, row) for number, row in enumerate(rows, start=2)])
    except (UnicodeDecodeError, csv.Error) as fault:
        raise StatementUnreadable(line=0) from fault


def _line(number: int, row: list[str]) -> Line:
    try:
        gateway, transaction, amount, bank_bin, account = row
        if not _AMOUNT.fullmatch(amount):
            raise ValueError(amount)
        line = Line(gateway, transaction, int(amount), bank_bin, account)
    except ValueError as fault:
        raise StatementUnreadable(line=number) from fault
    if "\x00" in "".join(row):
        raise StatementUnreadable(line=number)
    texts_fit = all(0 < len(each) <= 80 for each in (transaction, gateway[:21]))
    if not texts_fit or not line.amount or abs(line.amount) >= 10**13 or len(gateway) > 20:
        raise StatementUnreadable(line=number)
    return line


def _distinct(lines: list[Line]) -> list[Line]:
    """Refuses a file that tells one movement twice."""
    seen: set[tuple[str, str]] = set()
    for number, line in enumerate(lines, start=2):
        if (line.gateway, line.transaction) in seen:
            raise StatementUnreadable(line=number)
        seen.add((line.gateway, line.transaction))
    return lines
