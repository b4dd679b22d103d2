"""`nentang check`: is this installation sound?"""

import argparse
import shutil
import subprocess
import time

from django.conf import settings
from django.core.management import call_command
from django.db import IntegrityError, connection
from rich.console import Console

from nentang.config.settings.environment import known
from nentang.foundation.audit.public import verify
from nentang.foundation.documents.public import altered_files

MOST_APART = 2.0  # seconds


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to check."""
    parser.add_argument(
        "what", nargs="?", default="all", choices=["all", *CHECKS], help="what to check (all)"
    )


def run(arguments: argparse.Namespace) -> int:
    """0 where everything is sound; each check says what it saw."""
    names = CHECKS if arguments.what == "all" else {arguments.what: CHECKS[arguments.what]}
    verdicts = [check() for check in names.values()]
    return 0 if all(verdicts) else 1


def _settings() -> bool:
    call_command("check", verbosity=0)
    Console().print(f"settings: {len(known)} known, module {settings.SETTINGS_MODULE}")
    return True


def _database() -> bool:
    """Whether every reference leads to a row; PostgreSQL itself sees to that."""
    tables = connection.introspection.table_names()
    try:
        connection.check_constraints()
    except IntegrityError as error:
        Console().print(f"database: {error}")
        return False
    Console().print(f"database: {len(tables)} tables, every reference leads to a row")
    return True


def _audit() -> bool:
    verdict = verify()
    Console().print(f"audit: {verdict.sentence}")
    Console().print(f"audit records sealed: {verdict.checked}")
    return bool(verdict.holds)


def _documents() -> bool:
    altered = list(altered_files())
    Console().print(f"documents: {len(altered)} altered or missing {' '.join(altered[:5])}")
    return not altered


def _clocks() -> bool:
    """Whether this machine keeps the time of the world, and the database's machine keeps the same."""
    apart = _database_is_apart()
    told = is_synchronised()
    word = {True: "synchronised", False: "NOT synchronised: turn on chrony", None: "nobody tells"}
    Console().print(f"clocks: this machine is {word[told]}, the database {apart:.1f} s apart")
    return told is not False and apart < MOST_APART


def _database_is_apart() -> float:
    """Seconds between the database server's clock and this one; none for a file on this machine."""
    if connection.vendor != "postgresql":
        return 0.0
    with connection.cursor() as cursor:
        cursor.execute("SELECT extract(epoch FROM clock_timestamp())::float8")
        (there,) = cursor.fetchone()
    return abs(time.time() - float(there))


def is_synchronised() -> bool | None:
    """What systemd says of this machine's clock; None where there is no systemd to ask."""
    program = shutil.which("timedatectl")
    if program is None:
        return None
    asked = [program, "show", "--property=NTPSynchronized", "--value"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603 - fixed words
    return {"yes": True, "no": False}.get(told)


CHECKS = {
    "clocks": _clocks,
    "settings": _settings,
    "database": _database,
    "audit": _audit,
    "documents": _documents,
}
