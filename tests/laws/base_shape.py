"""Makes all tables in the empty base of the settings and prints what stands there: `played` or `made`."""

import json
import sys
from importlib import import_module

from django.core.management import call_command
from django.core.management.commands.migrate import Command as Played
from django.db import connection

ASKED = {
    "sqlite": (
        "SELECT m.type, m.tbl_name, m.name, '' FROM sqlite_master m WHERE m.type IN ('table', 'index')",
        "SELECT 'sql', tbl_name, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger')",
        "SELECT 'column', m.name, c.name, c.type || c.\"notnull\" || c.pk"
        " FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'",
        'SELECT \'key\', m.name, k."from", k."table" || k."to" || k.on_delete'
        " FROM sqlite_master m, pragma_foreign_key_list(m.name) k WHERE m.type = 'table'",
    ),
    "postgresql": (
        "SELECT 'column', table_name, column_name, concat(data_type, character_maximum_length,"
        " is_nullable, column_default, is_identity) FROM information_schema.columns"
        " WHERE table_schema = 'public'",
        "SELECT 'index', tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
        "SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid)"
        " FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
        "SELECT 'trigger', tgrelid::regclass::text, tgname, pg_get_triggerdef(oid)"
        " FROM pg_trigger WHERE NOT tgisinternal",
        "SELECT 'function', '', proname, pg_get_functiondef(oid) FROM pg_proc"
        " WHERE pronamespace = 'public'::regnamespace",
    ),
}
NOTED = "SELECT 'applied', app, name, '' FROM django_migrations"


def main(way: str) -> None:
    """The shape as JSON: a list of what, of which table, its name, its definition."""
    import_module("nentang.config.start").start()
    call_command(Played() if way == "played" else "migrate", verbosity=0, interactive=False)
    found: set[tuple[str, ...]] = set()
    with connection.cursor() as cursor:
        for statement in (*ASKED[connection.vendor], NOTED):
            cursor.execute(statement)
            found |= {tuple(map(str, row)) for row in cursor.fetchall()}
    print(json.dumps(sorted(found)))  # noqa: T201 - this is read by the test


if __name__ == "__main__":
    main(sys.argv[1])
