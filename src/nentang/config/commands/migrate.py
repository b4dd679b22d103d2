"""`nentang migrate`: database, geography, translations and static files as this version wants them."""

import argparse
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from rich.progress import Progress

from nentang.config.cli import Stop
from nentang.foundation.organizations.public import load_geography
from nentang.foundation.portal.public import compile_translations
from nentang.kernel import clock

SOURCE = Path(settings.ROOT) / "src/nentang"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No choices: it does what is needed and nothing twice."""


def run(arguments: argparse.Namespace) -> int:
    """0 once everything is up to date."""
    bring_up_to_date()
    return 0


def bring_up_to_date() -> None:
    """Do what is missing; quick where nothing is."""
    settings.VAR.mkdir(parents=True, exist_ok=True)
    compile_translations(SOURCE)
    if static_files_are_old() or _behind():
        call_command("collectstatic", interactive=False, verbosity=0)
    if _behind():
        call_command("migrate", interactive=False, verbosity=0)
    with Progress(transient=True) as bar:
        task = bar.add_task("Địa giới / Geography", total=None)
        load_geography(
            at=clock.now(),
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )


def static_files_are_old() -> bool:
    """Whether one of ours was changed since they were collected, or none was collected yet."""
    manifest = settings.STATIC_ROOT / "staticfiles.json"
    if not manifest.exists():
        return True
    collected_at = manifest.stat().st_mtime
    ours = SOURCE.glob("*/*/static/**/*")
    return any(each.stat().st_mtime > collected_at for each in ours if each.is_file())


def _behind() -> bool:
    try:
        executor = MigrationExecutor(connection)
    except OperationalError as error:
        raise Stop(
            f"Không mở được cơ sở dữ liệu. / The database cannot be opened ({error}): check DATABASE_URL, "
            f"the disk, and who owns {settings.VAR}"
        ) from error
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
