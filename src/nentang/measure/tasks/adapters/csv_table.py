"""Rows of a CSV file in UTF-8, whatever separates its cells."""

import csv
import io

from nentang.measure.tasks.errors import DecisionUnreadable
from nentang.measure.tasks.rules.blocks import Block

from .texts import plain

MOST_COLUMNS = 40


def blocks_of_csv(content: bytes) -> list[Block]:
    """Each line as a row of one table; DecisionUnreadable."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise DecisionUnreadable from fault
    if "\x00" in text:
        raise DecisionUnreadable
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text), delimiter=max(",;\t", key=head.count))
    try:
        return [
            Block(f"line:1:{reader.line_num}", tuple(map(plain, cells[:MOST_COLUMNS])), is_row=True)
            for cells in reader
            if any(cell.strip() for cell in cells)
        ]
    except csv.Error as fault:
        raise DecisionUnreadable from fault
