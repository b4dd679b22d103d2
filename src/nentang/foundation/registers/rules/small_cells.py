"""Groups of few people are not told: neither themselves, nor by what is left of a total."""

from collections.abc import Sequence

Cell = tuple[str, int | None]


def hide_small(counts: Sequence[tuple[str, int]], smallest: int) -> tuple[list[Cell], int | None]:
    """The groups with None for those that are hidden, and the total, None where it would tell one.

    Where exactly one group is small the next smallest is hidden too, or it could be reckoned from the
    total; a small total of all that is hidden, or one group alone, hides the total.
    """
    hidden = {name for name, count in counts if 0 < count < smallest}
    if len(hidden) == 1:
        others = [(count, name) for name, count in counts if count and name not in hidden]
        hidden |= {name for _, name in sorted(others)[:1]}
    total = sum(count for _, count in counts)
    away = sum(count for name, count in counts if name in hidden)
    is_told = not hidden or (len(hidden) > 1 and away >= smallest)
    shown: list[Cell] = [(name, None if name in hidden else count) for name, count in counts]
    return shown, total if is_told else None
