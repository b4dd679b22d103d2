"""Versions are never changed: the database itself refuses it, except for what somebody decides of one."""

from django.db import migrations

TABLES = {
    "open_data_releasefile": "release_id, format, size, digest, content",
    "open_data_releasecounts": "release_id, content",
    "open_data_release": "dataset_id, number, as_of, follows_id, smallest, rows, hidden, score, checks, digest, prepared_by_id, prepared_at",
}
REFUSE = """
CREATE FUNCTION open_data_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'versions of open data are never changed'; END $$
"""


def add_triggers(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    if is_postgresql:
        schema_editor.execute(REFUSE, params=None)
    for table, columns in TABLES.items():
        begin = f"CREATE TRIGGER {table}_never_changed BEFORE UPDATE OF {columns} ON {table} FOR EACH ROW "
        refuse = (
            "EXECUTE FUNCTION open_data_refuse()"
            if is_postgresql
            else "BEGIN SELECT RAISE(ABORT, 'versions of open data are never changed'); END"
        )
        schema_editor.execute(begin + refuse, params=None)


def drop_triggers(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    for table in TABLES:
        on = f" ON {table}" if is_postgresql else ""
        schema_editor.execute(f"DROP TRIGGER {table}_never_changed{on}", params=None)
    if is_postgresql:
        schema_editor.execute("DROP FUNCTION open_data_refuse()", params=None)


class Migration(migrations.Migration):
    dependencies = [("open_data", "0001_initial")]
    operations = [migrations.RunPython(add_triggers, drop_triggers)]
