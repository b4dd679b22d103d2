"""Vietnamese text: folded for search, keyed for sorting, names written as they should be.

Text may arrive composed or decomposed, with the tone mark on either vowel (Hoà, Hòa); all spellings
fold to one string and sort at one place.
"""

import re
from functools import lru_cache
from unicodedata import category, normalize

_MODIFIERS = {"\u0306": "1", "\u0302": "2", "\u031b": "3"}  # ă, â ê ô, ơ ư
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
MOST_DIGITS = 18
_WORD = re.compile(r"[^\W_]+")
_BARE = {"Mn": "", "Cc": " "}  # marks are dropped, control characters part words


class _Folded(dict[int, str]):
    """What each character becomes, found out when it is first met."""

    def __missing__(self, number: int) -> str:
        char = chr(number)
        self[number] = bare = _BARE.get(category(char), char)
        return bare


_folded = _Folded()


def fold(text: str) -> str:
    """Lower case without marks, đ as d, white space and control characters as one space: `Hoà  Đức` → `hoa duc`."""
    bare = normalize("NFD", text).translate(_folded)
    return normalize("NFC", " ".join(bare.lower().replace("đ", "d").split()))


def matches(needle: str, hay: str) -> bool:
    """Whether every word of `needle` begins a word of `hay`, marks and case aside."""
    words = _WORD.findall(fold(hay))
    return all(any(w.startswith(n) for w in words) for n in _WORD.findall(fold(needle)))


def normalize_name(text: str) -> str:
    """A name composed (NFC), single-spaced, each word capitalised; mixed case is left as written."""
    return " ".join(_capitalized(word) for word in normalize("NFC", text).split())


def _capitalized(word: str) -> str:
    return word.title() if word.islower() or word.isupper() else word


def sort_key(text: str) -> str:
    """A string of [0-9a-z] that sorts as a Vietnamese dictionary does, under any collation.

    Letters a ă â b c d đ e ê … y, syllable by syllable; within one syllable the tones none, huyền,
    hỏi, ngã, sắc, nặng. Numbers come before letters by their size (Phường 2, Phường 10); case and
    punctuation do not count.
    """
    return "".join(map(_syllable_key, _WORD.findall(normalize("NFC", text).lower())))


@lru_cache(maxsize=8192)
def _syllable_key(syllable: str) -> str:
    """Two characters a letter (base and modifier), then `0` and the tone, which sorts before any letter."""
    if syllable.isascii() and syllable.isdigit():
        number = syllable.lstrip("0")
        return f"1{len(number):03}{number}"
    pairs: list[str] = []
    tone = "0"
    for char in normalize("NFD", syllable):
        if char in _MODIFIERS and pairs:
            pairs[-1] = pairs[-1][0] + _MODIFIERS[char]
        elif category(char) == "Mn":
            tone = _TONES.get(char, tone)
        else:
            pairs.append(_letter_key(char))
    return "".join(pairs) + "0" + tone


def _letter_key(char: str) -> str:
    if char == "đ":
        return "d1"
    if not char.isascii():
        return f"zz{ord(char):06x}"
    return f"1{char}" if char.isdigit() else f"{char}0"


def whole_number(text: str) -> int | None:
    """The number in plain digits, as addresses and forms carry it; None for anything else.

    At most eighteen digits, which every database keeps; `²` and `٣` are digits to `isdigit` only.
    """
    is_plain = text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    return int(text) if is_plain else None


def is_storable(text: str) -> bool:
    """Whether every database takes it: no NUL, and no half of a surrogate pair, which JSON can smuggle in."""
    try:
        return b"\x00" not in text.encode()
    except UnicodeEncodeError:
        return False
