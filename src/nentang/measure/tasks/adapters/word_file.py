"""Paragraphs and rows of a word file (.docx), with the numbers that the program that wrote it only draws."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nentang.measure.tasks.rules.blocks import Block
from nentang.measure.tasks.rules.items import read_item

from .archive import roots
from .texts import plain

if TYPE_CHECKING:  # heavy
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = (f"{_W}del", f"{_W}moveFrom", f"{_W}footnoteReference", f"{_W}tbl")
_ROMANS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII")
MOST_COLUMNS = 40


def blocks_of_word(content: bytes) -> list[Block]:
    """What stands in the body, in its order; DecisionTooLarge, DecisionUnreadable."""
    document, numbering = roots(content)
    return list(_Reader(numbering).read(document))


class _Reader:
    """Numbers paragraphs and tables as it meets them."""

    def __init__(self, numbering: "_Element | None") -> None:
        self._numbers = _Numbers(numbering)
        self._paragraphs = self._tables = 0

    def read(self, document: "_Element") -> Iterator[Block]:
        body = document.find(f"{_W}body")
        for child in body if body is not None else ():
            if child.tag == f"{_W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                yield from self._table(child)

    def _paragraph(self, paragraph: "_Element") -> Iterator[Block]:
        self._paragraphs += 1
        text = self._numbered(paragraph)
        if text:
            yield Block(f"para:{self._paragraphs}", (text,))

    def _table(self, table: "_Element") -> Iterator[Block]:
        self._tables += 1
        above: Sequence[str] = ()
        for place, row in enumerate(table.iterfind(f"{_W}tr"), 1):
            above = self._row(row, above)
            if any(above):
                yield Block(f"table:{self._tables}:{place}", tuple(above), is_row=True)

    def _row(self, row: "_Element", above: Sequence[str]) -> list[str]:
        """The cells; one that goes on from the row above says what that said, a wide one stands once."""
        cells: list[str] = []
        for cell in row.iterfind(f"{_W}tc"):
            if len(cells) >= MOST_COLUMNS:
                break
            properties = cell.find(f"{_W}tcPr")
            text = " ".join(filter(None, map(self._numbered, cell.iter(f"{_W}p"))))
            if _goes_on(properties) and len(cells) < len(above):
                text = above[len(cells)]
            cells += [text, *[""] * (_width(properties) - 1)]
        return cells[:MOST_COLUMNS]

    def _numbered(self, paragraph: "_Element") -> str:
        text = plain("".join(_texts(paragraph)))
        number = self._numbers.of(paragraph) if text else ""
        return f"{number} {text}" if number and not read_item(text).number else text


class _Numbers:
    """Counts lists as a word processor does; kinds of numbers it does not know count in Arabic."""

    def __init__(self, numbering: "_Element | None") -> None:
        self._formats: dict[tuple[str, int], str] = {}
        self._counts: dict[str, list[int]] = defaultdict(lambda: [0] * 9)
        if numbering is not None:
            self._learn(numbering)

    def of(self, paragraph: "_Element") -> str:
        """`IV.`, `2.1.`, `a)`, or nothing where the paragraph is in no list."""
        found = paragraph.find(f"{_W}pPr/{_W}numPr")
        if found is None:
            return ""
        list_id, level = _value(found, "numId"), _value(found, "ilvl") or "0"
        if not list_id or list_id == "0" or not level.isdecimal() or int(level) > 8:
            return ""
        depth = int(level)
        counts = self._counts[list_id]
        counts[depth] += 1
        counts[depth + 1 :] = [0] * (8 - depth)
        return self._written(list_id, depth, counts)

    def _written(self, list_id: str, depth: int, counts: list[int]) -> str:
        form, number = self._formats.get((list_id, depth), "decimal"), counts[depth]
        if form == "bullet":
            return "-"
        if form == "upperRoman" and number < len(_ROMANS):
            return f"{_ROMANS[number]}."
        if form == "lowerLetter" and number <= 26:
            return f"{chr(96 + number)})"
        above = [
            str(n) for place, n in enumerate(counts[:depth]) if self._is_decimal(list_id, place)
        ]
        return ".".join([*filter(lambda n: n != "0", above), str(number)]) + "."

    def _is_decimal(self, list_id: str, depth: int) -> bool:
        return self._formats.get((list_id, depth), "decimal") == "decimal"

    def _learn(self, numbering: "_Element") -> None:
        kinds: dict[str, dict[int, str]] = {}
        for kind in numbering.iterfind(f"{_W}abstractNum"):
            levels = kind.iterfind(f"{_W}lvl")
            kinds[kind.get(f"{_W}abstractNumId", "")] = {
                int(level.get(f"{_W}ilvl", "0")): _value(level, "numFmt")
                for level in levels
                if level.get(f"{_W}ilvl", "").isdecimal() and len(level.get(f"{_W}ilvl", "")) == 1
            }
        for each in numbering.iterfind(f"{_W}num"):
            for depth, form in kinds.get(_value(each, "abstractNumId"), {}).items():
                self._formats[each.get(f"{_W}numId", ""), depth] = form


def _texts(element: "_Element") -> Iterator[str]:
    """The text but for what was struck out; a tab and a break are a space."""
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            yield " "
        else:
            yield from _texts(child)


def _value(element: "_Element", name: str) -> str:
    found = element.find(f"{_W}{name}")
    return "" if found is None else found.get(f"{_W}val", "")


def _goes_on(properties: "_Element | None") -> bool:
    merged = None if properties is None else properties.find(f"{_W}vMerge")
    return merged is not None and merged.get(f"{_W}val", "continue") != "restart"


def _width(properties: "_Element | None") -> int:
    said = "" if properties is None else _value(properties, "gridSpan")
    return (
        min(int(said), MOST_COLUMNS)
        if said.isascii() and said.isdecimal() and said != "0" and len(said) < 4
        else 1
    )
