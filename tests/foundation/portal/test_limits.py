"""So many tries in so much time, for each key; a good try does not count."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.core.cache import cache

from nentang.foundation.portal.public import Limit, TooManyTries, take_try

pytestmark = pytest.mark.django_db
THREE = Limit("portal.test", tries=3, seconds=600)


@pytest.fixture(autouse=True)
def _empty() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def test_the_fourth_of_three_is_refused_until_the_first_is_over(at: datetime) -> None:
    for minute in range(3):
        take_try(THREE, "a", at=at + timedelta(minutes=minute))

    with pytest.raises(TooManyTries) as refused:
        take_try(THREE, "a", at=at + timedelta(minutes=4))

    assert refused.value.wait == 360
    assert "sau 6 phút" in refused.value.sentence
    take_try(THREE, "a", at=at + timedelta(minutes=10))
    with pytest.raises(TooManyTries):
        take_try(THREE, "a", at=at + timedelta(minutes=10))


def test_keys_do_not_count_for_each_other(at: datetime) -> None:
    for _ in range(3):
        take_try(THREE, "a", at=at)

    take_try(THREE, "b", at=at)


def test_a_try_given_back_does_not_count(at: datetime) -> None:
    for _ in range(5):
        take_try(THREE, "a", at=at).give_back()

    take_try(THREE, "a", at=at)


def test_the_cache_names_no_address(at: datetime) -> None:
    assert "203.0.113.7" not in take_try(THREE, "203.0.113.7", at=at).place
