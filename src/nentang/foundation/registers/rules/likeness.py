"""What may be the same thing, entered twice."""

from datetime import date

from nentang.kernel.text import fold

CLOSE_DAYS = 31


def is_like_name(one: str, other: str) -> bool:
    """Whether two names can be one: marks aside, at most one slip of the pen for each ten letters."""
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415 - heavy

    left, right = fold(one), fold(other)
    most = max(1, min(len(left), len(right)) // 10)
    return DamerauLevenshtein.distance(left, right, score_cutoff=most) <= most


def is_near_day(one: date | None, other: date | None) -> bool:
    """Whether two days are near, or differ as day and month written the other way round do.

    A day that nobody knows is near every other.
    """
    if one is None or other is None:
        return True
    is_turned = (one.year, one.month, one.day) == (other.year, other.day, other.month)
    return is_turned or abs((one - other).days) <= CLOSE_DAYS
