"""Numbers of a day without gaps: one statement, taken last in the transaction."""

from datetime import date

from django.db import connection

NEXT = """
    INSERT INTO queue_daycounter (matter_id, day, last) VALUES (%s, %s, 1)
    ON CONFLICT (matter_id, day) DO UPDATE SET last = queue_daycounter.last + 1
    RETURNING last
"""


def next_number(matter_id: int, day: date) -> int:
    """The next number of that matter's day, from 1; a rollback gives it back."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [matter_id, day])
        row: tuple[int] = cursor.fetchone()
    return row[0]
