"""Versions are never changed: the database itself refuses it."""

from django.db import migrations

TABLE = "small_registers_entryversion"
COLUMNS = "entry_id, number, state, title, \"values\", reason, prepared_by_id, published_by_id, published_at"
REFUSE = """
CREATE FUNCTION small_registers_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'published versions of entries are never changed'; END $$
"""


def add_trigger(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    if is_postgresql:
        schema_editor.execute(REFUSE, params=None)
    begin = f"CREATE TRIGGER {TABLE}_never_changed BEFORE UPDATE OF {COLUMNS} ON {TABLE} FOR EACH ROW "
    refuse = (
        "EXECUTE FUNCTION small_registers_refuse()"
        if is_postgresql
        else "BEGIN SELECT RAISE(ABORT, 'published versions of entries are never changed'); END"
    )
    schema_editor.execute(begin + refuse, params=None)


def drop_trigger(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    on = f" ON {TABLE}" if is_postgresql else ""
    schema_editor.execute(f"DROP TRIGGER {TABLE}_never_changed{on}", params=None)
    if is_postgresql:
        schema_editor.execute("DROP FUNCTION small_registers_refuse()", params=None)


class Migration(migrations.Migration):
    dependencies = [("small_registers", "0001_initial")]
    operations = [migrations.RunPython(add_trigger, drop_trigger)]
