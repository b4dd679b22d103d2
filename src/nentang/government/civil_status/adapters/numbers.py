"""The next number of a book, from one row that every writer takes last."""

from django.db import connection

NEXT = """
    INSERT INTO civil_status_bookcounter (kind, unit_code, year, last) VALUES (%s, %s, %s, 1)
    ON CONFLICT (kind, unit_code, year) DO UPDATE SET last = civil_status_bookcounter.last + 1
    RETURNING last
"""
NOTE = """
    INSERT INTO civil_status_bookcounter (kind, unit_code, year, last) VALUES (%s, %s, %s, %s)
    ON CONFLICT (kind, unit_code, year) DO UPDATE SET last = excluded.last
    WHERE civil_status_bookcounter.last < excluded.last
"""


def take_number(kind: str, unit_code: str, year: int) -> int:
    """The next number; a rollback gives it back, and the next writer waits until then."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [kind, unit_code, year])
        row: tuple[int] = cursor.fetchone()
    return row[0]


def note_number(kind: str, unit_code: str, year: int, number: int) -> None:
    """That a paper book has this number: those given later follow it."""
    with connection.cursor() as cursor:
        cursor.execute(NOTE, [kind, unit_code, year, number])
