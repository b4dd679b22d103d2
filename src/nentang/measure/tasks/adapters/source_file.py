"""Reads a file that assigns tasks, whichever of the three kinds it is."""

from nentang.measure.tasks.errors import DecisionUnreadable
from nentang.measure.tasks.rules.blocks import LARGEST, MOST_BLOCKS, MOST_LETTERS, Block

from .archive import too_large
from .csv_table import blocks_of_csv
from .pdf_file import blocks_of_pdf
from .word_file import blocks_of_word


def read_source(content: bytes, filename: str) -> list[Block]:
    """Paragraphs and rows in their order. DecisionTooLarge, DecisionUnreadable, NoTextInside.

    The kind is told by the first bytes, and the ending of the name must agree.
    """
    if len(content) > LARGEST:
        raise too_large()
    ending = filename.rpartition(".")[2].lower()
    if content.startswith(b"PK\x03\x04") and ending == "docx":
        blocks = blocks_of_word(content)
    elif content.startswith(b"%PDF-") and ending == "pdf":
        blocks = blocks_of_pdf(content)
    elif ending in ("csv", "txt") and not content.startswith((b"PK", b"%PDF")):
        blocks = blocks_of_csv(content)
    else:
        raise DecisionUnreadable
    if not blocks:
        raise DecisionUnreadable
    if len(blocks) > MOST_BLOCKS or sum(len(block.text) for block in blocks) > MOST_LETTERS:
        raise too_large()
    return blocks
