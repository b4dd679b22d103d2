"""`nentang restore FILE`: put a backup back, after checking every file in it."""

import argparse
import hashlib
import json
import shutil
import tarfile
import tempfile
from pathlib import Path

from django.conf import settings

from nentang.config.cli import Stop

from .backup import FOLDERS, MANIFEST, run_postgres


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to restore, and whether over what is there."""
    parser.add_argument("file", type=Path, help="a file written by `nentang backup`")
    parser.add_argument(
        "--replace", action="store_true", help="replace what this installation holds"
    )
    parser.add_argument(
        "--check-only", action="store_true", help="only check the file (a restore drill)"
    )


def run(arguments: argparse.Namespace) -> int:
    """0 once everything is back; nothing is touched before the whole file has been checked."""
    settings.VAR.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=settings.VAR) as name:
        folder = Path(name)
        count = unpack(arguments.file, folder)
        print(f"{arguments.file}: {count} files, all as they were written")  # noqa: T201
        if arguments.check_only:
            return 0
        _refuse_to_overwrite(replace=arguments.replace)
        _put_back(folder)
    return 0


def unpack(file: Path, folder: Path) -> int:
    """Unpack into the folder and check each file's SHA-256; Stop names the first that differs."""
    try:
        with tarfile.open(file) as archive:
            archive.extractall(folder, filter="data")
        sums: dict[str, str] = json.loads((folder / MANIFEST).read_text())["sha256"]
    except (OSError, tarfile.TarError, ValueError, KeyError) as error:
        raise Stop(f"{file} is not a whole backup: {error}") from error
    for name, digest in sums.items():
        with (folder / name).open("rb") as content:
            if hashlib.file_digest(content, "sha256").hexdigest() != digest:
                raise Stop(f"{file} is damaged: {name} differs from what was backed up")
    return len(sums)


def _refuse_to_overwrite(*, replace: bool) -> None:
    database = settings.DATABASES["default"]
    if "sqlite" in database["ENGINE"] and Path(database["NAME"]).exists() and not replace:
        raise Stop(
            f"{database['NAME']} exists. Stop the server, then: nentang restore FILE --replace"
        )


def _put_back(folder: Path) -> None:
    database = settings.DATABASES["default"]
    if "sqlite" in database["ENGINE"]:
        target = Path(database["NAME"])
        for leftover in (f"{target}-wal", f"{target}-shm"):
            Path(leftover).unlink(missing_ok=True)
        shutil.move(folder / "database.sqlite3", target)
    else:
        dump = str(folder / "database.pgdump")
        run_postgres(
            "pg_restore",
            "--clean",
            "--if-exists",
            "--single-transaction",
            "--no-owner",
            "-d",
            database["NAME"],
            dump,
        )
    for name, setting in FOLDERS.items():
        target = Path(getattr(settings, setting))
        shutil.rmtree(target, ignore_errors=True)
        if (folder / name).is_dir():
            shutil.move(folder / name, target)
