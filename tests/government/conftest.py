"""One click signs in, on the morning of the story."""

from datetime import datetime

import pytest
from pytest_django import Settings

from nentang.kernel import clock
from nentang.measure.indicators.queries import forget_trees


@pytest.fixture(autouse=True)
def _one_click_signs_in_that_morning(settings: Settings, at: datetime) -> None:
    settings.DEMO = True
    clock.use(lambda: at)


@pytest.fixture(autouse=True)
def _no_geography_of_another_test() -> None:
    """A process keeps the trees of days that it met; a test's own units may be as many as another's."""
    forget_trees()
