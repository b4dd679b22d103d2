"""Versions are never changed: the database itself refuses it."""

from django.db import migrations

TABLE = "programme_targetversion"
COLUMNS = "target_id, number, terms, reason, drafted_by_id, approved_by_id, published_at"
REFUSE = """
CREATE FUNCTION programme_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'published versions of targets are never changed'; END $$
"""


def add_trigger(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    if is_postgresql:
        schema_editor.execute(REFUSE, params=None)
    begin = f"CREATE TRIGGER {TABLE}_never_changed BEFORE UPDATE OF {COLUMNS} ON {TABLE} FOR EACH ROW "
    refuse = (
        "EXECUTE FUNCTION programme_refuse()"
        if is_postgresql
        else "BEGIN SELECT RAISE(ABORT, 'published versions of targets are never changed'); END"
    )
    schema_editor.execute(begin + refuse, params=None)


def drop_trigger(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    on = f" ON {TABLE}" if is_postgresql else ""
    schema_editor.execute(f"DROP TRIGGER {TABLE}_never_changed{on}", params=None)
    if is_postgresql:
        schema_editor.execute("DROP FUNCTION programme_refuse()", params=None)


class Migration(migrations.Migration):
    dependencies = [("programme", "0001_initial")]
    operations = [migrations.RunPython(add_trigger, drop_trigger)]
