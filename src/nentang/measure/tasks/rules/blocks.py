"""What a reader of files hands on: paragraphs and rows of tables, each with its spot."""

from nentang.kernel.frozen import Frozen

LONGEST, MOST_BLOCKS, MOST_LETTERS = 4000, 6000, 1_500_000
MOST_PAGES, LARGEST = 200, 20 * 1024 * 1024


class Block(Frozen):
    """A paragraph (one cell) or a row of a table. `spot` is `para:12`, `table:1:3`, `page:2:4` or `line:5`."""

    spot: str
    cells: tuple[str, ...]
    is_row: bool = False

    @property
    def text(self) -> str:
        """All of it as one line."""
        return " | ".join(each for each in self.cells if each)

    @property
    def table(self) -> str:
        """Which table the row is of; empty for a paragraph."""
        return self.spot.rpartition(":")[0] if self.is_row else ""
