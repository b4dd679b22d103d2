"""One installation for all tests of a run: on SQLite, or on a PostgreSQL cluster of its own."""

from collections.abc import Iterator

import pytest

from tests.conftest import ON_POSTGRESQL

from .cluster import Cluster
from .installation import Installation


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """An installation that stands, with nothing running yet."""
    cluster = Cluster() if ON_POSTGRESQL else None
    made = Installation(tmp_path_factory.mktemp("house"), cluster)
    try:
        made.run("migrate")
        yield made
    finally:
        made.remove()
        if cluster:
            cluster.remove()


@pytest.fixture(autouse=True)
def _nothing_runs_on(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "house" in request.fixturenames:
        request.getfixturevalue("house").remove()
