"""What the pages show of datasets: words, pictures, tables, differences, checks."""

from .previews import previews
from .words import described, in_words, quality_lines, said, shown_rows, titles

__all__ = ["described", "in_words", "previews", "quality_lines", "said", "shown_rows", "titles"]
