"""Infrastructure of all tests: what a machine lacks is named, never silently passed over."""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db.backends.postgresql.operations import DatabaseOperations
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from nentang.foundation.portal.public import compile_translations, forget_calls
from nentang.kernel import clock

# A busy machine is no reason to fail: examples may take as long as they take.
hypothesis_settings.register_profile(
    "patient", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("patient")

LACKING = {
    "browser": None
    if Path("/usr/bin/chromium").exists()
    else "Chromium (apt-get install chromium)",
    "xmlsec1": None if shutil.which("xmlsec1") else "xmlsec1 (apt-get install xmlsec1)",
    "spark": None
    if find_spec("pyspark") and shutil.which("java")
    else "Spark (uv sync --inexact --extra spark; apt-get install openjdk-17-jre-headless)",
    "pdfsig": None if shutil.which("pdfsig") else "pdfsig (apt-get install poppler-utils)",
}
ON_POSTGRESQL = "postgres" in os.environ.get("DATABASE_URL", "")


@pytest.fixture(scope="session", autouse=True)
def _only_what_holds_rows_is_emptied(request: pytest.FixtureRequest) -> None:
    """Between tests that commit, PostgreSQL would make two hundred tables anew; few hold anything."""
    if not ON_POSTGRESQL:
        return
    whole = DatabaseOperations.sql_flush

    def sql_flush(self: Any, style: Any, tables: list[str], **more: Any) -> list[str]:
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT usesuper FROM pg_user WHERE usename = current_user")
            if cursor.fetchone() != (True,) or not tables:
                return whole(self, style, tables, **more)
            asked = (f"(SELECT '{each}' FROM \"{each}\" LIMIT 1)" for each in tables)
            cursor.execute(" UNION ALL ".join(asked))
            full = [name for (name,) in cursor.fetchall()]
        deletes = [f'DELETE FROM "{each}"' for each in full]
        return [
            "SET session_replication_role = replica",  # no triggers, no keys
            *deletes,
            "SET session_replication_role = DEFAULT",
        ]

    DatabaseOperations.sql_flush = sql_flush  # type: ignore[method-assign, assignment]


@pytest.fixture
def at() -> datetime:
    """A Monday morning in Viet Nam: 7 December 2020, 09:00."""
    return datetime(2020, 12, 7, 2, 0, tzinfo=UTC)


@pytest.fixture(scope="session", autouse=True)
def _the_house_is_made_ready() -> None:
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    compile_translations(Path(settings.ROOT) / "src" / "nentang")


@pytest.fixture(autouse=True)
def _the_clock_is_put_back() -> Iterator[None]:
    yield
    clock.use(None)
    forget_calls()


@pytest.fixture(autouse=True)
def _nobody_has_tried_yet(request: pytest.FixtureRequest) -> None:
    """Counted tries stand in a table that no model owns, so nothing empties it between tests that commit."""
    marker = request.node.get_closest_marker("django_db")
    if marker and marker.kwargs.get("transaction"):
        request.getfixturevalue("transactional_db")
        cache.clear()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests for PostgreSQL belong to its own run; what this machine lacks is skipped by name."""
    if not ON_POSTGRESQL:
        elsewhere = [item for item in items if item.get_closest_marker("postgres")]
        items[:] = [item for item in items if not item.get_closest_marker("postgres")]
        config.hook.pytest_deselected(items=elsewhere)
    for item in items:
        if reason := _lacking(item):
            item.add_marker(pytest.mark.skip(reason=f"needs {reason}"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what was not run."""
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped:
        terminalreporter.section("not run on this machine")
    for report in skipped:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        terminalreporter.line(f"{report.nodeid}: {reason}")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """In CI a skipped test is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("NENTANG_NO_SKIPS") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = 1


def _lacking(item: pytest.Item) -> str:
    return next(
        (lack for name, lack in LACKING.items() if lack and item.get_closest_marker(name)), ""
    )
