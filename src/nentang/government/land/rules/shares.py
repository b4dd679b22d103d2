"""Shares of a right: parts of one whole, exact."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from nentang.government.land.errors import SharesInvalid, ShareTooSmall

K = TypeVar("K")
MOST_HOLDERS, LARGEST = 100, 10**12


def check_shares(shares: Sequence[Fraction]) -> None:
    """SharesInvalid unless each is more than nothing and all are one."""
    if not 0 < len(shares) <= MOST_HOLDERS or min(shares) <= 0 or sum(shares) != 1:
        raise SharesInvalid
    if max(share.denominator for share in shares) > LARGEST:
        raise SharesInvalid


def handed_over(
    shares: Mapping[K, Fraction], giver: K, takers: Mapping[K, Fraction]
) -> dict[K, Fraction]:
    """Who has what after the giver gave those parts of the whole; who has nothing left is not named.

    ShareTooSmall where the giver has less, SharesInvalid where a part is nothing.
    """
    given = sum(takers.values(), Fraction())
    if not takers or min(takers.values()) <= 0:
        raise SharesInvalid
    if given > shares.get(giver, Fraction()):
        raise ShareTooSmall
    left = dict(shares)
    left[giver] -= given
    for taker, part in takers.items():
        left[taker] = left.get(taker, Fraction()) + part
    return {who: part for who, part in left.items() if part}


def equal_shares(number: int) -> list[Fraction]:
    """That many equal shares."""
    return [Fraction(1, number)] * number


def read_share(text: str) -> Fraction:
    """`1/3`, `0,25` or `1`; SharesInvalid."""
    try:
        share = Fraction(text.strip().replace(",", ".").replace(" ", "")[:40])
    except (ValueError, ZeroDivisionError) as error:
        raise SharesInvalid from error
    if not 0 < share <= 1 or share.denominator > LARGEST:
        raise SharesInvalid
    return share
