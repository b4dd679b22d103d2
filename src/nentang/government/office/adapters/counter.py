"""Numbers of a body's series and year, without gaps: one statement, taken last in the transaction."""

from django.db import connection

NEXT = """
    INSERT INTO office_seriescounter (organization_id, series, year, last) VALUES (%s, %s, %s, 1)
    ON CONFLICT (organization_id, series, year) DO UPDATE SET last = office_seriescounter.last + 1
    RETURNING last
"""


def next_number(organization_id: int, series: str, year: int) -> int:
    """The next number of that series and year, from 1; a rollback gives it back."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [organization_id, series, year])
        row: tuple[int] = cursor.fetchone()
    return row[0]
