"""Which column of a table of tasks says what, by its head."""

from collections.abc import Mapping, Sequence

from nentang.kernel.frozen import Frozen
from nentang.kernel.text import fold

_HEADS: Mapping[str, tuple[str, ...]] = {
    "lead": ("chu tri",),
    "support": ("phoi hop",),
    "due": ("thoi han", "thoi gian", "tien do", "hoan thanh"),
    "output": ("san pham", "ket qua"),
    "text": ("nhiem vu", "noi dung", "cong viec", "giai phap"),
    "item": ("stt", "tt", "so tt", "so thu tu"),
}
LONGEST_HEAD = 60


class Columns(Frozen):
    """The place of each column, -1 where there is none."""

    item: int
    text: int
    lead: int
    support: int
    output: int
    due: int


def columns_of(cells: Sequence[str]) -> Columns | None:
    """The columns that a row names, if it is the head of a table of tasks: what is to be done, and who leads."""
    found = dict.fromkeys(("item", "text", "lead", "support", "output", "due"), -1)
    for place, words in enumerate(cells):
        name = _named(words)
        if name and found[name] < 0:
            found[name] = place
    is_head = found["text"] >= 0 and found["lead"] >= 0
    return Columns(**found) if is_head else None


def cell(cells: Sequence[str], place: int) -> str:
    """What stands there; nothing where the row is shorter."""
    return cells[place].strip() if 0 <= place < len(cells) else ""


def _named(words: str) -> str:
    if len(words) > LONGEST_HEAD:
        return ""
    text = fold(words)
    for name, heads in _HEADS.items():
        is_item = name == "item"
        if any(text.rstrip(".") == head if is_item else head in text for head in heads):
            return name
    return ""
