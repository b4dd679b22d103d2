"""Amounts as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.kernel.money import format_dong


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (0, "0 đ"),
        (500, "500 đ"),
        (16_000, "16.000 đ"),
        (1_234_567_890, "1.234.567.890 đ"),
        (-8_000, "-8.000 đ"),
    ],
)
def test_thousands_are_parted_by_points(amount: int, text: str) -> None:
    assert format_dong(amount) == text


@given(st.integers())
def test_no_dong_is_lost_in_writing(amount: int) -> None:
    assert int(format_dong(amount).removesuffix(" đ").replace(".", "")) == amount
