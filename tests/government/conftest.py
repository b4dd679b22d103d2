"""One click signs in, on the morning of the story."""

from datetime import datetime

import pytest
from pytest_django import Settings

from nentang.kernel import clock


@pytest.fixture(autouse=True)
def _one_click_signs_in_that_morning(settings: Settings, at: datetime) -> None:
    settings.DEMO = True
    clock.use(lambda: at)
