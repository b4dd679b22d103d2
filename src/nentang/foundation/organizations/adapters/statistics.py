"""What the base knows of its tables, from which it plans its reads."""

from django.db import connection, models


def analyze(*tables: type[models.Model]) -> None:
    """Have the base count tables that were filled in bulk.

    Until it has, it may take them for empty and join them row by row. The transaction that filled
    them is the place: the base's own counter, run beside it, would see no row of it yet and note 0.
    """
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"ANALYZE {connection.ops.quote_name(table._meta.db_table)}")
