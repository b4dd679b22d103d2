"""Files of a test go to its own folder; static files are not collected."""

from pathlib import Path

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def _own_folders(settings: Settings, tmp_path: Path) -> None:
    settings.DOCUMENTS_FOLDER = tmp_path / "documents"
    settings.STATIC_ROOT = tmp_path / "static"  # whitenoise warns where there is none
    settings.STATIC_ROOT.mkdir()
