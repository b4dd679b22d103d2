"""Dossier serials of a day, without gaps: one statement, taken last in the transaction."""

from datetime import date

from django.db import connection

NEXT = """
    INSERT INTO services_daycounter (organization_id, day, last) VALUES (%s, %s, 1)
    ON CONFLICT (organization_id, day) DO UPDATE SET last = services_daycounter.last + 1
    RETURNING last
"""


def next_serial(organization_id: int, day: date) -> int:
    """The next serial of that organisation's day, from 1; a rollback gives it back."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [organization_id, day])
        row: tuple[int] = cursor.fetchone()
    return row[0]
