"""Money is an integer number of đồng; there is no smaller unit in use."""

from typing import NewType

Dong = NewType("Dong", int)


def format_dong(amount: int) -> str:
    """`16000` as people write it: `16.000 đ` (thousands by points, Vietnamese use)."""
    return f"{amount:,}".replace(",", ".") + " đ"
