"""A dataset that is known, versions forgotten between tests."""

from collections.abc import Iterator

import pytest

from nentang.measure.open_data.adapters.files import table_of

from .factories import known_dataset


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    table_of.cache_clear()
    with known_dataset():
        yield
    table_of.cache_clear()
