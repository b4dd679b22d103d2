"""Nobody reckons a hidden group from what is told."""

from hypothesis import given
from hypothesis import strategies as st

from nentang.foundation.registers.rules.small_cells import hide_small

SMALLEST = 5
counts = st.lists(st.integers(0, 40), min_size=1, max_size=8).map(
    lambda numbers: [(f"n{place}", number) for place, number in enumerate(numbers)]
)


@given(counts)
def test_no_small_group_can_be_reckoned(groups: list[tuple[str, int]]) -> None:
    shown, total = hide_small(groups, SMALLEST)
    hidden = [count for (name, count), (_, told) in zip(groups, shown, strict=True) if told is None]

    assert all(told is None or told == 0 or told >= SMALLEST for _, told in shown)
    if total is not None and hidden:
        assert total == sum(count for _, count in groups)
        assert len(hidden) > 1
        assert sum(hidden) >= SMALLEST


@given(counts)
def test_what_is_told_is_true(groups: list[tuple[str, int]]) -> None:
    shown, _ = hide_small(groups, SMALLEST)
    for (name, count), (told_name, told) in zip(groups, shown, strict=True):
        assert name == told_name
        assert told in (None, count)
