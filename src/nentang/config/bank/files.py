"""Statements as files."""

import csv
import io
from collections.abc import Iterable
from datetime import date, datetime
from http import HTTPStatus

from nentang.economy.payments.rules.statements import COLUMNS

from .refused import Refused
from .store import Movement


def day_of(text: str, form: str) -> date:
    """The day in an address; Refused where it is none."""
    try:
        return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise Refused(HTTPStatus.NOT_FOUND, "Không có ngày này.") from None


def table_of(moved: Iterable[Movement]) -> bytes:
    """The CSV of what moved."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    rows.writerows((m.gateway, m.transaction, m.amount, m.bank_bin, m.account) for m in moved)
    return out.getvalue().encode()
