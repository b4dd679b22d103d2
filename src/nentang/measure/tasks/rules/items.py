"""How points of a decision are numbered: `IV.`, `2.`, `2.1.`, `a)`, `-`."""

import re

from nentang.kernel.frozen import Frozen

_ROMAN = re.compile(r"^(?:(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục)\s+)?([IVX]{1,6})[.\):\-]?(?:\s+|$)")
_ARABIC = re.compile(r"^(?:(?:Điều|ĐIỀU|Mục|MỤC)\s+)?(\d{1,3}(?:\.\d{1,3}){0,4})[.\):]?(?:\s+|$)")
_LETTER = re.compile(r"^([a-zđ])[.\)]\s+")
_DASH = re.compile(r"^([-–•+*])\s+")


class Item(Frozen):
    """The number of a point, how deep it stands (0 the topmost), and what follows."""

    number: str
    depth: int
    text: str


def read_item(text: str) -> Item:
    """The number and the rest; an empty number where there is none."""
    for pattern, depth in ((_ROMAN, 0), (_ARABIC, 1), (_LETTER, 6), (_DASH, 7)):
        match = pattern.match(text)
        if match:
            number = "" if depth == 7 else match[1]
            deeper = number.count(".") if depth == 1 else 0
            return Item(number, depth + deeper, text[match.end() :].strip())
    return Item("", 9, text)


def is_roman(number: str) -> bool:
    """Whether the number is one of a part, which gives its tasks their area."""
    return bool(number) and set(number) <= set("IVX")
