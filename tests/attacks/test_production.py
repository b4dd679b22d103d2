"""What holds as soon as an installation is a real one."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from nentang.config.settings.encryption import is_encrypted_database, is_encrypted_web

ASK = """
import json
from nentang.config.start import start
start()
from django.conf import settings
from django.test import Client
client = Client(headers={"host": "dvc.example.vn", "x-forwarded-proto": "https"})
page = client.get("/tra-cuu/")
plain = Client(headers={"host": "dvc.example.vn"}).get("/tra-cuu/")
print(json.dumps({
    "status": page.status_code,
    "headers": dict(page.headers),
    "cookies": {name: dict(each) for name, each in page.cookies.items()},
    "plain": [plain.status_code, plain.get("Location", "")],
    "names": [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME],
    "secure": [settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE],
    "debug": settings.DEBUG,
}))
"""


def ask(tmp_path: Any, **changed: str) -> subprocess.CompletedProcess[str]:
    """What a process under the settings of production says."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "nentang.config.settings.production",
        "NENTANG_VAR": str(tmp_path),
        "NENTANG_SECRET_KEY": "k" * 64,
        "NENTANG_HOSTS": "dvc.example.vn",
        "NENTANG_BASE_URL": "https://dvc.example.vn",
        "DATABASE_URL": "",
        **changed,
    }
    command = [sys.executable, "-c", ASK]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("DATABASE_URL", "postgresql://u:p@db.example.vn/nentang"),
        ("DATABASE_URL", "postgresql://u:p@db.example.vn/nentang?sslmode=require"),
        ("DATABASE_REPLICA_URL", "postgresql://u:p@10.0.0.7/nentang?sslmode=prefer"),
        ("NENTANG_BANK_URL", "http://bank.example.vn"),
        ("NENTANG_SMS_URL", "http://sms.example.vn"),
        ("NENTANG_EMAIL_HOST", "thu.example.vn"),
    ],
)
def test_no_line_to_another_machine_is_open(tmp_path: Any, name: str, address: str) -> None:
    refused = ask(tmp_path, **{name: address})
    assert refused.returncode != 0
    assert f"{name} " in refused.stderr.splitlines()[-1]


def test_lines_on_this_machine_and_encrypted_ones_are_fine() -> None:
    for address in (
        "",
        "postgresql://u:p@127.0.0.1/nentang",
        "postgresql://u:p@localhost:5433/nentang",
        "postgresql:///nentang?host=/run/postgresql",
        "postgresql://u:p@db.example.vn/nentang?sslmode=verify-full&sslrootcert=system",
    ):
        assert is_encrypted_database(address), address
    assert not is_encrypted_database("postgresql://u:p@127.0.0.1/n?host=db.example.vn")
    assert is_encrypted_web("https://bank.example.vn")
    assert is_encrypted_web("http://127.0.0.1:8077")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("production")
    (folder / "static").mkdir()
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "nentang.config.settings.production",
        "NENTANG_VAR": str(folder),
        "NENTANG_SECRET_KEY": "k" * 64,
        "NENTANG_HOSTS": "dvc.example.vn",
        "DATABASE_URL": "",
    }
    gather = [sys.executable, "-m", "django", "collectstatic", "--noinput", "-v", "0"]
    subprocess.run(gather, env=environment, check=True, capture_output=True)
    done = ask(folder)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_a_browser_that_came_once_comes_encrypted_for_a_year(said: dict[str, Any]) -> None:
    told = said["headers"]["Strict-Transport-Security"]
    assert "max-age=31536000" in told
    assert "includeSubDomains" in told
    assert said["plain"][0] == 301
    assert said["plain"][1].startswith("https://dvc.example.vn/")


def test_cookies_are_of_this_host_and_encrypted_only(said: dict[str, Any]) -> None:
    assert all(name.startswith("__Host-") for name in said["names"])
    assert said["secure"] == [True, True]
    for cookie in said["cookies"].values():
        assert cookie["secure"]
        assert cookie["path"] == "/"
        assert cookie["domain"] == ""


def test_nothing_is_told_of_what_runs_here(said: dict[str, Any]) -> None:
    assert said["status"] == 200
    assert not said["debug"]
    assert not {"Server", "X-Powered-By"} & set(said["headers"])
    assert said["headers"]["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    "changed",
    [{"NENTANG_SECRET_KEY": ""}, {"NENTANG_SECRET_KEY": "short"}, {"NENTANG_HOSTS": "*"}],
)
def test_a_demos_value_keeps_it_from_starting(changed: dict[str, str], tmp_path: Any) -> None:
    assert ask(tmp_path, **changed).returncode != 0
