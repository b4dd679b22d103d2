"""Canaries in a whole installation: no byte of its backup, its log or what a drill says sings."""

import base64
import json
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as parquet
import pytest

ROOT = Path(__file__).parents[2]
SET = {
    "NENTANG_SECRET_KEY": "canari-bi-mat-cua-ca-he-thong-dai-hon-nam-muoi-ky-tu-0123456789",
    "NENTANG_PEPPER": "canari-hat-tieu-dai-hon-nam-muoi-ky-tu-0123456789-0123456789",
    "NENTANG_BANK_KEY": "canari-khoa-ngan-hang-0123456789",
    "NENTANG_SMS_SECRET": "canari-khoa-tin-nhan-0123456789",
    "NENTANG_EMAIL_PASSWORD": "canari-mat-khau-thu-0123456789",
    "NENTANG_PKCS11_PIN": "canari-pin-0123456789",
}
"""Secrets of settings: they sing too."""


class House:
    """An installation of its own under a folder, with canaries in its settings."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.said = folder, ""
        self._environment = {
            **{k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"},
            **SET,
            "NENTANG_VAR": str(folder / "var"),
            "NENTANG_LOG_LEVEL": "INFO",
            "DATABASE_URL": "",
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        }

    def run(self, *words: str) -> str:
        """What it prints; what it logs is kept in `said` with it."""
        done = subprocess.run(
            [sys.executable, "-m", *words], env=self._environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr[-2000:]
        if words[0] == "nentang":
            self.said += done.stdout
        self.said += done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    house = House(tmp_path_factory.mktemp("canaries"))
    house.run("nentang", "migrate")
    return house


@pytest.fixture(scope="module")
def canaries(house: House) -> dict[str, str]:
    return {**json.loads(house.run("tests.attacks.sing")), **SET}


def test_no_byte_of_a_backup_sings(house: House, canaries: dict[str, str]) -> None:
    file = house.folder / "backup.tar"
    house.run("nentang", "backup", str(file))
    with tarfile.open(file) as archive:
        archive.extractall(house.folder / "looked-through", filter="data")
    members = [path for path in (house.folder / "looked-through").rglob("*") if path.is_file()]
    assert {"database.sqlite3", "oidc.pem"} <= {path.name for path in members}
    assert len(canaries) == 15
    singing = [
        f"{name} in {path.name}"
        for path in members
        for name, secret in canaries.items()
        if any(spelled in _content(path) for spelled in _spellings(secret))
    ]
    assert singing == ["no secret in database.sqlite3"], "and what is no secret is heard"


def test_neither_the_log_nor_a_drill_sings(house: House, canaries: dict[str, str]) -> None:
    house.run("nentang", "drill")
    assert "everything came back whole" in house.said
    assert "Not Found" in house.said, "the log was listened to"
    assert [name for name, secret in canaries.items() if secret in house.said] == []
    assert "canari-trong-dia-chi" not in house.said
    assert not list((house.folder / "var").glob("tmp*")), "a drill leaves nothing behind"


def _content(path: Path) -> bytes:
    """What stands in a file, unpacked where it is packed."""
    raw = path.read_bytes()
    if path.suffix != ".parquet":
        return raw
    return raw + json.dumps(parquet.read_table(path).to_pylist(), default=str).encode()


def _spellings(secret: str) -> Iterator[bytes]:
    """As it is, in hexadecimal, and in each of the three ways in which Base64 may begin."""
    plain = secret.encode()
    yield plain
    yield plain.hex().encode()
    for shift in range(3):
        coded = base64.b64encode(b"\0" * shift + plain).rstrip(b"=")
        yield coded[(4 if shift else 0) : -1]
