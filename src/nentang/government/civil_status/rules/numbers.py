"""How an entry is numbered: from 1 within a book of a year, `Số 12/2020, quyển 01`."""

import re

from nentang.kernel.frozen import Frozen

LETTERS = {
    "births": "KS",
    "marriages": "KH",
    "deaths": "KT",
    "recognitions": "CMC",
    "guardianships": "GH",
    "changes": "TD",
    "statuses": "TTHN",
}
_KINDS = {letters: kind for kind, letters in LETTERS.items()}
_CODE = re.compile(r"([A-Z]{2,4})-([0-9]{2,8})-([0-9]{4})-([0-9]{2,3})-([0-9]{4,6})", re.ASCII)
MOST = 999_999


class BookPlace(Frozen):
    """Where an entry stands: book of a commune and year, volume, number."""

    kind: str
    unit_code: str
    year: int
    volume: int
    number: int

    @property
    def code(self) -> str:
        """`KS-28759-2020-01-0012`, one for the whole nation."""
        book = f"{LETTERS[self.kind]}-{self.unit_code}-{self.year:04d}"
        return f"{book}-{self.volume:02d}-{self.number:04d}"


def parse_code(text: str) -> BookPlace:
    """The place that a code says; ValueError."""
    found = _CODE.fullmatch(text)
    if found is None or found[1] not in _KINDS:
        raise ValueError("no code of an entry")
    return BookPlace(_KINDS[found[1]], found[2], int(found[3]), int(found[4]), int(found[5]))


def volume_of(number: int, per_volume: int) -> int:
    """The volume in which the number stands: numbers run on where a volume is full."""
    return (number - 1) // per_volume + 1


def shown_number(number: int, year: int) -> str:
    """`12/2020`, two digits at least."""
    return f"{number:02d}/{year}"
