"""Constants stand in the SQL itself, and nothing else can."""

import pytest

from nentang.foundation.audit.public import OneOf
from nentang.foundation.outbox.models import Delivery


def test_constants_are_no_parameters() -> None:
    sql, parameters = Delivery.objects.filter(
        OneOf("state", ("pending", "leased"))
    ).query.sql_with_params()

    assert "IN ('pending', 'leased')" in sql
    assert parameters == ()


@pytest.mark.parametrize("word", ["it's", "a, b", "", "x' OR '1'='1"])
def test_what_is_no_constant_is_refused(word: str) -> None:
    with pytest.raises(ValueError, match="no constants"):
        OneOf("state", ("pending", word))
