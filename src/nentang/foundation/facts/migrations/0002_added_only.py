"""Facts are only ever added: the database itself refuses changes (see the audit's migration 0002)."""

from django.db import migrations

COLUMNS = "kind, version, occurred_at, day, organization_id, unit_code, payload"

REFUSE = """
CREATE FUNCTION facts_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'facts are only ever added'; END $$
"""
POSTGRESQL = f"""
CREATE TRIGGER facts_fact_added_only BEFORE UPDATE OF {COLUMNS} OR DELETE ON facts_fact
FOR EACH ROW EXECUTE FUNCTION facts_refuse()
"""
SQLITE = f"""
CREATE TRIGGER facts_fact_added_only BEFORE UPDATE OF {COLUMNS} ON facts_fact
BEGIN SELECT RAISE(ABORT, 'facts are only ever added'); END
"""


def add_trigger(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(REFUSE, params=None)
        schema_editor.execute(POSTGRESQL, params=None)
    else:
        schema_editor.execute(SQLITE, params=None)


def drop_trigger(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP TRIGGER facts_fact_added_only ON facts_fact", params=None)
        schema_editor.execute("DROP FUNCTION facts_refuse()", params=None)
    else:
        schema_editor.execute("DROP TRIGGER facts_fact_added_only", params=None)


class Migration(migrations.Migration):
    dependencies = [("facts", "0001_initial")]
    operations = [migrations.RunPython(add_trigger, drop_trigger)]
