"""`nentang backup FILE`: database, documents, keys, facts and the exchange's keys and logs in one file, while the system runs."""

import argparse
import hashlib
import io
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path

from django.conf import settings
from rich.progress import Progress

from nentang.config.cli import Stop

FOLDERS = {
    "documents": "DOCUMENTS_FOLDER",
    "keys": "KEYS_FOLDER",
    "facts": "FACTS_FOLDER",
    "exchange": "EXCHANGE_FOLDER",
}
MANIFEST = "manifest.json"
PIECE = 1 << 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to write."""
    parser.add_argument("file", type=Path, help="the file to write, for instance backup.tar")


def run(arguments: argparse.Namespace) -> int:
    """0 once the backup stands under its name; a broken run leaves no file of that name."""
    unfinished = arguments.file.with_name(arguments.file.name + ".unfinished")
    with tempfile.TemporaryDirectory(dir=settings.VAR) as folder, Progress(transient=True) as bar:
        database = copy_database(Path(folder))
        members = [(database.name, database), *_files()]
        task = bar.add_task("backup", total=len(members))
        with tarfile.open(unfinished, "w") as archive:
            sums = {}
            for name, path in members:
                sums[name] = add_file(archive, name, path)
                bar.advance(task)
            _add_manifest(archive, sums)
    unfinished.replace(arguments.file)
    print(f"{arguments.file}: {len(members)} files, {arguments.file.stat().st_size:,} bytes")  # noqa: T201
    return 0


def copy_database(folder: Path) -> Path:
    """A consistent copy of the database as of one instant."""
    database = settings.DATABASES["default"]
    if "sqlite" in database["ENGINE"]:
        target = folder / "database.sqlite3"
        with (
            closing(sqlite3.connect(database["NAME"])) as here,
            closing(sqlite3.connect(target)) as there,
        ):
            here.backup(there)
        return target
    target = folder / "database.pgdump"
    run_postgres("pg_dump", "--format=custom", f"--file={target}", database["NAME"])
    return target


def run_postgres(program: str, *words: str) -> None:
    """Run a PostgreSQL client program against the configured server; Stop where it fails."""
    database = settings.DATABASES["default"]
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    found = shutil.which(program)
    if not found:
        raise Stop(f"{program} is missing: sudo apt-get install postgresql-client")
    environment = {
        **os.environ,
        **{name: database[key] for name, key in names.items() if database[key]},
    }
    result = subprocess.run([found, *words], env=environment, capture_output=True, text=True)  # noqa: S603
    if result.returncode:
        raise Stop(f"{program}: {result.stderr.strip()}")


def add_file(archive: tarfile.TarFile, name: str, path: Path) -> str:
    """Add the file and return its SHA-256; of a log that grows meanwhile, what stood there at first."""
    with path.open("rb") as content:
        entry = archive.gettarinfo(arcname=name, fileobj=content)
        digest = hashlib.sha256()
        for begin in range(0, entry.size, PIECE):
            digest.update(content.read(min(PIECE, entry.size - begin)))
        content.seek(0)
        archive.addfile(entry, content)
    return digest.hexdigest()


def _files() -> list[tuple[str, Path]]:
    return [
        (f"{name}/{path.relative_to(folder)}", path)
        for name, setting in FOLDERS.items()
        if (folder := Path(getattr(settings, setting))).is_dir()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]


def _add_manifest(archive: tarfile.TarFile, sums: dict[str, str]) -> None:
    content = json.dumps({"version": 1, "sha256": sums}, indent=1).encode()
    entry = tarfile.TarInfo(MANIFEST)
    entry.size = len(content)
    archive.addfile(entry, io.BytesIO(content))
