"""Facts in a folder of their own, a small country, pages without collected static files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as project

from nentang.foundation.audit.models import following
from nentang.measure.indicators.queries import forget_trees
from tests.measure.factories import RUN_FINISHED, RUNS_ON_TIME, known


@pytest.fixture(autouse=True, scope="session")
def _static_folder() -> None:
    Path(project.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def _facts_are_settled_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A transaction of another test base in the same PostgreSQL, older than a fact, would hold it back."""
    monkeypatch.setattr(following, "_horizon", lambda: None)


@pytest.fixture(autouse=True)
def _apart(tmp_path: Path, settings: object) -> Iterator[None]:
    settings.FACTS_FOLDER = tmp_path / "facts"  # type: ignore[attr-defined]
    forget_trees()
    with known(RUN_FINISHED, RUNS_ON_TIME):
        yield
    forget_trees()
