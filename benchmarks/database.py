"""A database of the benchmark's own: PostgreSQL where DATABASE_URL names one, else a SQLite file.

The file lies in a folder that is thrown away, or in the one that BENCH_VAR names.
"""

import os
import tempfile
from urllib.parse import urlsplit

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nentang.config.settings.test")
os.environ["NENTANG_VAR"] = os.environ.get("BENCH_VAR") or tempfile.mkdtemp(prefix="nentang-bench-")
URL = os.environ.get("DATABASE_URL", "")
ON_POSTGRESQL = bool(URL)


def attach() -> None:
    """Start Django on the database as it is."""
    from django.conf import settings

    from nentang.config.start import start

    start()
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    settings.AXES_ENABLED = False


def prepare() -> None:
    """Start Django and lay empty tables; a PostgreSQL database must be named `..._bench`."""
    from django.core.management import call_command
    from django.db import connection

    attach()
    if ON_POSTGRESQL:
        if not urlsplit(URL).path.endswith("_bench"):
            raise SystemExit("DATABASE_URL must name a database ending in _bench: it is emptied.")
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE")
            cursor.execute("CREATE SCHEMA public")
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    if ON_POSTGRESQL:  # the code is measured, not the disk
        with connection.cursor() as cursor:
            cursor.execute("SET synchronous_commit = off")
