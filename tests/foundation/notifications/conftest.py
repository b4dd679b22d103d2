"""Every test has its own folders and its own templates."""

from pathlib import Path

import pytest
from pytest_django import Settings

from nentang.foundation.notifications import registry


@pytest.fixture(autouse=True)
def _own_folders(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.KEYS_FOLDER = tmp_path / "keys"
    settings.STATIC_ROOT = tmp_path / "static"  # whitenoise warns where there is none
    settings.STATIC_ROOT.mkdir()
    monkeypatch.setattr(registry, "_templates", {})
