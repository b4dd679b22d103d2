"""A version as everybody gets it: columns, and a row for each cell."""

from collections.abc import Mapping, Sequence

from nentang.kernel.frozen import Frozen

from .tables import TOTAL, Coordinates, Edition

EVERYTHING = "Tất cả"
HIDDEN, SHOWN = "hidden", "shown"
COUNT, STATUS = "count", "status"
LABEL = "_label"

Value = str | int | None
Row = tuple[Value, ...]
Labels = Mapping[str, str]


class Column(Frozen):
    """One column; `kind` is what it holds, `of` the column that a label speaks of."""

    name: str
    kind: str
    title_vi: str
    title_en: str
    source: str = ""
    has_total: bool = False
    of: str = ""


class Published(Frozen):
    """Columns and rows, the keys first. A hidden count is empty, and its row says so."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def key_places(self) -> tuple[int, ...]:
        """Where the columns stand that together name a row."""
        skipped = ("label", "count", "status")
        return tuple(i for i, each in enumerate(self.columns) if each.kind not in skipped)

    def place(self, name: str) -> int:
        """Where the column stands; KeyError where there is none."""
        for i, each in enumerate(self.columns):
            if each.name == name:
                return i
        raise KeyError(name)


def rows_of(edition: Edition, labels: Sequence[Labels | None]) -> tuple[Row, ...]:
    """A row for each cell in order: coordinates with their labels, count, status."""
    return tuple(_row(edition, cell, labels) for cell in sorted(edition.cells))


def _row(edition: Edition, cell: Coordinates, labels: Sequence[Labels | None]) -> Row:
    named: list[Value] = []
    for node, words in zip(cell, labels, strict=True):
        named.append(node)
        if words is not None:
            named.append(EVERYTHING if node == TOTAL else words.get(node, node))
    if cell in edition.hidden:
        return (*named, None, HIDDEN)
    return (*named, edition.cells[cell], SHOWN)
