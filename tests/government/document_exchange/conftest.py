"""What several installations begin with."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import LazySettings

from nentang.config.axis.bus_ground import OPERATOR
from nentang.config.axis.neighbour import DATABASE, Neighbour

from .bus_nodes import NAMES, Nodes, speak_as

FOUNDED_AT = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with empty tables, to be copied: making them takes longer than most tests."""
    folder = tmp_path_factory.mktemp("tables")
    neighbour = Neighbour(folder)
    neighbour.tell("make_tables", FOUNDED_AT, geography=False)
    neighbour.end()
    return folder / DATABASE


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nodes]:
    """A bus of three nodes."""
    made = Nodes(tmp_path_factory.mktemp("bus"))
    yield made
    made.end()


@pytest.fixture
def bus(nodes: Nodes, settings: LazySettings) -> Nodes:
    """The same with a stream for each of two installations; the test speaks as its operator."""
    speak_as(nodes, OPERATOR, settings)
    nodes.open_streams(NAMES)
    return nodes
