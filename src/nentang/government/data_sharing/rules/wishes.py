"""What a body asks for: fields, rows and days, checked against what the service offers."""

import re
from collections.abc import Collection, Sequence
from datetime import date

from nentang.government.data_sharing.enums import Purpose
from nentang.government.data_sharing.errors import (
    DescriptionUnreadable,
    FieldsMissing,
    PurposeMissing,
    PurposeNotOffered,
    RowsUnreadable,
    TermWrong,
    WordUnreadable,
)
from nentang.kernel.frozen import Frozen

MOST_YEARS = 5
MOST_LINES = 50
WORD = re.compile(r"[a-z0-9](?:[a-z0-9.\-]{0,28}[a-z0-9])?")
PATH = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}(?:\.[A-Za-z_][A-Za-z0-9_]{0,39}){0,3}")
NODE_URL = re.compile(r"https://[A-Za-z0-9.\-:\[\]]{3,180}/?")


class Field(Frozen):
    """One field of an answer, as the catalogue shows it."""

    path: str
    title: str
    personal: bool


class Offered(Frozen):
    """What a service offers: fields, keys by which rows may be narrowed, purposes (none: any)."""

    fields: Collection[str]
    row_keys: Collection[str]
    purposes: Collection[str]


class Wish(Frozen):
    """What a request asks for, why, and from when to when."""

    purpose: str
    reason: str
    legal_basis: str
    fields: Sequence[str]
    rows: dict[str, list[str]]
    valid_from: date
    valid_to: date

    def check(self, offered: Offered, today: date) -> None:
        """PurposeMissing, PurposeNotOffered, FieldsMissing, RowsUnreadable, TermWrong."""
        is_said = self.reason.strip() and self.legal_basis.strip()
        if self.purpose not in Purpose.values or not is_said:
            raise PurposeMissing
        if offered.purposes and self.purpose not in offered.purposes:
            raise PurposeNotOffered
        if not self.fields or not set(self.fields) <= set(offered.fields):
            raise FieldsMissing
        if not set(self.rows) <= set(offered.row_keys):
            raise RowsUnreadable
        longest = date(today.year + MOST_YEARS, 12, 31)
        if not today <= self.valid_from < self.valid_to <= longest:
            raise TermWrong


def check_word(text: str) -> str:
    """The name of a system or service; WordUnreadable."""
    if not WORD.fullmatch(text):
        raise WordUnreadable
    return text


def check_node_url(text: str) -> str:
    """Where a node listens, or nothing yet; WordUnreadable."""
    if text and not NODE_URL.fullmatch(text):
        raise WordUnreadable
    return text.rstrip("/")


def read_rows(text: str) -> dict[str, list[str]]:
    """`key = value, value` in each line; RowsUnreadable."""
    rows: dict[str, list[str]] = {}
    for line in filter(None, map(str.strip, text.splitlines()[:MOST_LINES])):
        key, sign, values = line.partition("=")
        found = [value.strip() for value in values.split(",") if value.strip()]
        if not sign or not PATH.fullmatch(key.strip()) or not found:
            raise RowsUnreadable
        rows[key.strip()] = found
    return rows


def read_fields(text: str) -> list[Field]:
    """`path: title` in each line, with `*` before those about a person; DescriptionUnreadable."""
    fields = []
    for line in filter(None, map(str.strip, text.splitlines()[: 4 * MOST_LINES])):
        path, _, title = line.removeprefix("*").partition(":")
        if not PATH.fullmatch(path.strip()) or not title.strip():
            raise DescriptionUnreadable
        fields.append(Field(path.strip(), title.strip()[:120], line.startswith("*")))
    if not fields or len({each.path for each in fields}) < len(fields):
        raise DescriptionUnreadable
    return fields
