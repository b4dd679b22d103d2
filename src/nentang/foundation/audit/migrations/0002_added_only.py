"""Records and seals are only ever added: the database itself refuses changes.

The number of the transaction (`txid`) and a seal's position may change, for they are not part of
what is recorded: restoring a backup into another PostgreSQL renumbers them. SQLite keeps its DELETE
open, as whoever holds the file could drop a trigger anyway; `verify` names a missing row.
"""

from django.db import migrations

RECORD = (
    "at, actor_kind, actor_account_id, actor_person_id, actor_name, actor_role, mandate_id,"
    " organization_id, action, subject, person_id, purpose, legal_basis, fields, details"
)
SEAL = "sealed_at, day, first_id, count, entries, previous, hash"
ROOT = "day, seal_id, previous, hash"
TABLES = {"audit_record": RECORD, "audit_seal": SEAL, "audit_dayroot": ROOT}

REFUSE = """
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME; END $$
"""
POSTGRESQL = """
CREATE TRIGGER {table}_added_only BEFORE UPDATE OF {columns} OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION audit_refuse()
"""
SQLITE = """
CREATE TRIGGER {table}_added_only BEFORE UPDATE OF {columns} ON {table}
BEGIN SELECT RAISE(ABORT, 'rows of {table} are only ever added'); END
"""


def add_triggers(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    if is_postgresql:
        schema_editor.execute(REFUSE, params=None)
    for table, columns in TABLES.items():
        trigger = POSTGRESQL if is_postgresql else SQLITE
        schema_editor.execute(trigger.format(table=table, columns=columns), params=None)


def drop_triggers(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    for table in TABLES:
        on = f" ON {table}" if is_postgresql else ""
        schema_editor.execute(f"DROP TRIGGER {table}_added_only{on}", params=None)
    if is_postgresql:
        schema_editor.execute("DROP FUNCTION audit_refuse()", params=None)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(add_triggers, drop_triggers)]
