"""Infrastructure of all tests."""

from datetime import UTC, datetime

import pytest


@pytest.fixture
def at() -> datetime:
    """A Monday morning in Viet Nam: 7 December 2020, 09:00."""
    return datetime(2020, 12, 7, 2, 0, tzinfo=UTC)
