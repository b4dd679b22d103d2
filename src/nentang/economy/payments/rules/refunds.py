"""What may still go back."""

from collections.abc import Iterable


def returnable(amount: int, refunds: Iterable[int]) -> int:
    """What is left of a movement after its refunds under way or done, in đồng."""
    return amount - sum(refunds)
