"""Each test has its own folder for the key and for static files."""

from pathlib import Path

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def _own_folders(settings: Settings, tmp_path: Path) -> None:
    settings.OIDC_KEY_FILE = tmp_path / "keys" / "oidc.pem"
    settings.STATIC_ROOT = tmp_path
