"""Numbers that nobody else has: of persons and of households."""

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import connection

from nentang.foundation.audit.public import add_rows
from nentang.government.population.errors import NumbersExhausted
from nentang.government.population.models import HouseholdCounter, IssuedNumber
from nentang.government.population.rules.numbers import SERIALS

TRIES = 40
CLAIM = """
    INSERT INTO population_issuednumber (number, issued_at) VALUES (%s, %s)
    ON CONFLICT (number) DO NOTHING
"""


def claim_number(number: str, *, at: datetime) -> bool:
    """Whether the number was free, and is given out now; a rollback frees it again."""
    with connection.cursor() as cursor:
        cursor.execute(
            CLAIM,
            [number, IssuedNumber._meta.get_field("issued_at").get_db_prep_save(at, connection)],
        )
        return bool(cursor.rowcount)


def claim_new_number(prefix: str, *, at: datetime) -> str:
    """A number with those six digits that nobody had, its last six drawn by chance; NumbersExhausted."""
    for _ in range(TRIES):
        number = f"{prefix}{secrets.randbelow(SERIALS):06d}"
        if claim_number(number, at=at):
            return number
    raise NumbersExhausted


def note_household_numbers(codes: Iterable[str]) -> None:
    """That those numbers are given: households founded later follow them. Numbers of another form are nothing to it."""
    last: dict[str, int] = {}
    for code in codes:
        unit_code, _, serial = code.partition("-")
        if len(serial) == 6 and serial.isascii() and serial.isdigit():
            last[unit_code] = max(last.get(unit_code, 0), int(serial))
    for unit_code, number in sorted(last.items()):
        HouseholdCounter.note(number, unit_code=unit_code)


def claim_numbers(numbers: Sequence[str], *, at: datetime) -> None:
    """That all those numbers are given out, whether or not some were before."""
    known = set(IssuedNumber.objects.filter(number__among=numbers).values_list("number", flat=True))
    rows = ((number, at) for number in numbers if number not in known)
    add_rows(IssuedNumber, ("number", "issued_at"), rows)


def next_household_number(unit_code: str) -> str:
    """`28759-000123`: the commune, and the serial there."""
    return f"{unit_code}-{HouseholdCounter.take(unit_code=unit_code):06d}"
