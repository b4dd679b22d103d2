"""Sums of money in Vietnamese words, as receipts and cheques want them."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("", " nghìn", " triệu")
_BILLION = 10**9


def in_words(amount: int) -> str:
    """`16000` → `Mười sáu nghìn đồng`. ValueError for a negative sum."""
    if amount < 0:
        raise ValueError(amount)
    words = _spell(amount) if amount else _DIGITS[0]
    return f"{words[0].upper()}{words[1:]} đồng"


def _spell(amount: int, *, is_inner: bool = False) -> str:
    """Billions are counted as a number of their own; what stands behind them is read in full."""
    billions, rest = divmod(amount, _BILLION)
    parts = [f"{_spell(billions, is_inner=is_inner)} tỷ"] if billions else []
    for power in (2, 1, 0):
        group = rest // 1000**power % 1000
        if group:
            parts.append(_three(group, is_inner=is_inner or bool(parts)) + _GROUPS[power])
    return " ".join(parts)


def _three(group: int, *, is_inner: bool) -> str:
    hundreds, two = divmod(group, 100)
    words = [f"{_DIGITS[hundreds]} trăm"] if hundreds or is_inner else []
    return " ".join(words + _two(two, after_hundreds=bool(words)))


def _two(number: int, *, after_hundreds: bool) -> list[str]:
    tens, ones = divmod(number, 10)
    if tens == 0:
        lead = ["lẻ"] if after_hundreds and ones else []
        return [*lead, _DIGITS[ones]] if ones else []
    ten = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    return [ten, _ones(ones, tens)] if ones else [ten]


def _ones(ones: int, tens: int) -> str:
    """After mươi: mốt, tư, lăm; after mười: một, bốn, lăm."""
    if ones == 5:
        return "lăm"
    if tens > 1 and ones in (1, 4):
        return {1: "mốt", 4: "tư"}[ones]
    return _DIGITS[ones]
