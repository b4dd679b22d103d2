"""Numbers of targets of a body in a year, without gaps: one statement, taken last in the transaction."""

from django.db import connection

NEXT = """
    INSERT INTO programme_targetcounter (organization_id, year, last) VALUES (%s, %s, 1)
    ON CONFLICT (organization_id, year) DO UPDATE SET last = programme_targetcounter.last + 1
    RETURNING last
"""


def next_number(organization_id: int, year: int) -> int:
    """The next number of that body's year, from 1; a rollback gives it back."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [organization_id, year])
        row: tuple[int] = cursor.fetchone()
    return row[0]
