"""One of many values reaches the database as one, and says what IN says."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nentang.foundation.registers.models import LikenessKey

pytestmark = pytest.mark.django_db
KEYS = ("một", "Hoà's", '"hai"', "ba,bốn", "\\x")


def keys(asked: object) -> set[str]:
    return set(LikenessKey.objects.filter(key__among=asked).values_list("key", flat=True))


def test_it_finds_what_in_finds() -> None:
    at = datetime(2020, 12, 7, tzinfo=UTC)
    rows = [
        LikenessKey(register="x", rule="y", key=key, record_code=f"{number}", noted_at=at)
        for number, key in enumerate(KEYS)
    ]
    LikenessKey.objects.bulk_create(rows)
    pks = [row.pk for row in rows[:2]]

    assert keys(KEYS[:3]) == set(KEYS[:3])
    assert keys({"không có", "\\x"}) == {"\\x"}
    assert keys([]) == set()
    assert LikenessKey.objects.filter(pk__among=pks).count() == 2
    assert not LikenessKey.objects.exclude(key__among=KEYS).exists()


def test_a_thousand_values_are_not_written_out_one_by_one() -> None:
    with CaptureQueriesContext(connection) as asked:
        LikenessKey.objects.filter(pk__among=range(1, 1000)).count()

    (query,) = asked
    assert "ANY(" in query["sql"] or "json_each(" in query["sql"]
