"""`nentang` answers a stranger, says honestly how it went, and puts back what it backed up."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_django import Settings

from nentang.config.cli import COMMANDS, main
from nentang.config.commands.migrate import static_files_are_old
from nentang.config.commands.serve import web_server


def nentang(var: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {"NENTANG_VAR": str(var), "PATH": "/usr/bin:/bin", **more}
    return subprocess.run(
        [sys.executable, "-m", "nentang", *words], capture_output=True, text=True, env=environment
    )


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])

    said = capsys.readouterr().out
    assert all(name in said for name in COMMANDS)


def test_production_refuses_the_demo_secret(tmp_path: Path) -> None:
    result = nentang(
        tmp_path, "check", "settings", DJANGO_SETTINGS_MODULE="nentang.config.settings.production"
    )

    assert result.returncode == 1
    assert "NENTANG_SECRET_KEY" in result.stderr


def test_production_refuses_an_open_host_list(tmp_path: Path) -> None:
    result = nentang(
        tmp_path,
        "check",
        "settings",
        DJANGO_SETTINGS_MODULE="nentang.config.settings.production",
        NENTANG_SECRET_KEY="x" * 60,
        NENTANG_HOSTS="*",
    )

    assert result.returncode == 1
    assert "NENTANG_HOSTS" in result.stderr


def test_a_backup_restores_and_a_damaged_one_is_refused(tmp_path: Path) -> None:
    here, there, file = tmp_path / "here", tmp_path / "there", tmp_path / "backup.tar"
    assert nentang(here, "migrate").returncode == 0
    (here / "documents").mkdir(exist_ok=True)
    (here / "documents" / "paper").write_text("giấy")

    assert nentang(here, "backup", str(file)).returncode == 0
    assert nentang(there, "restore", str(file)).returncode == 0
    kept = sqlite3.connect(there / "nentang.sqlite3").execute(
        "SELECT count(*) FROM organizations_unit"
    )
    broken = tmp_path / "broken.tar"
    broken.write_bytes(file.read_bytes().replace("giấy".encode(), b"giay!"))
    refused = nentang(tmp_path / "third", "restore", str(broken))

    assert kept.fetchone()[0] > 14_000
    assert (there / "documents" / "paper").read_text() == "giấy"
    assert nentang(there, "restore", str(file)).returncode == 1
    assert refused.returncode == 1
    assert "damaged" in refused.stderr or "not a whole backup" in refused.stderr


def test_a_taken_port_is_said_in_one_sentence(tmp_path: Path) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = nentang(tmp_path, "serve", "--port", str(port))

    assert result.returncode == 1
    assert str(port) in result.stderr
    assert "Traceback" not in result.stderr


def test_styles_that_changed_with_an_upgrade_are_collected_again(
    settings: Settings, tmp_path: Path
) -> None:
    settings.STATIC_ROOT = tmp_path
    assert static_files_are_old()
    manifest = tmp_path / "staticfiles.json"
    manifest.touch()
    assert not static_files_are_old()

    os.utime(manifest, (0, 0))

    assert static_files_are_old()


def test_a_crowd_cannot_take_all_connections_of_a_database() -> None:
    server = web_server("127.0.0.1", 8000, 4)

    assert server.blocking_threads * server.workers < 100  # what PostgreSQL allows by default
