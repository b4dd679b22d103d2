"""An empty base gets the very tables that all migrations, played one after the other, would leave."""

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

URL = os.environ.get("DATABASE_URL", "")


@contextmanager
def empty_base(folder: Path) -> Iterator[dict[str, str]]:
    """Settings of a base that has nothing in it, gone afterwards."""
    if not URL:
        yield {"NENTANG_VAR": str(folder)}
        return
    name = f"nentang_shape_{secrets.token_hex(4)}"
    with psycopg.connect(URL, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
        try:
            url = urlsplit(URL)._replace(path=f"/{name}").geturl()
            yield {"NENTANG_VAR": str(folder), "DATABASE_URL": url}
        finally:
            connection.execute(f"DROP DATABASE {name}".encode())


def shape(way: str, folder: Path) -> set[tuple[str, ...]]:
    with empty_base(folder) as settings:
        told = subprocess.run(
            [sys.executable, "-m", "tests.laws.base_shape", way],
            env={
                **os.environ,
                **settings,
                "DJANGO_SETTINGS_MODULE": "nentang.config.settings.test",
            },
            capture_output=True,
            text=True,
            check=False,
        )
    assert told.returncode == 0, told.stderr
    return {tuple(row) for row in json.loads(told.stdout)}


def test_tables_made_at_once_are_those_that_all_migrations_leave(tmp_path: Path) -> None:
    made = shape("made", tmp_path / "made")
    played = shape("played", tmp_path / "played")

    assert len(made) > 1000
    assert sorted(made - played) == []
    assert sorted(played - made) == []
