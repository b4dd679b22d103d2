"""`migrate`, quick where nothing stands yet: the tables are made as they are today, not as each once was."""

from typing import Any

from django.core.management.commands import migrate
from django.db import connections

from nentang.foundation.portal.adapters.first_tables import is_empty, make_tables

PARTLY = ("app_label", "migration_name", "fake", "fake_initial", "plan", "check_unapplied", "prune")


class Command(migrate.Command):
    """Django's own, which after that finds nothing left to do but tell the apps."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Make all tables of an empty base at once; then go on as ever."""
        connection = connections[options["database"]]
        is_whole = not any(options.get(name) for name in PARTLY)
        if is_whole and is_empty(connection):
            make_tables(connection)
        super().handle(*args, **options)
