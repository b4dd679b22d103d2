"""Nodes live in real time: certificates and clocks of both sides are part of what is tested."""

import pytest


@pytest.fixture(autouse=True)
def _one_click_signs_in_that_morning() -> None:
    """Not here: a node knows no settings and no story."""
