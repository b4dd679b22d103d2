"""Paragraphs of a PDF file, read by a program of its own that has little memory and time."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from nentang.measure.tasks.errors import DecisionUnreadable, NoTextInside
from nentang.measure.tasks.rules.blocks import Block
from nentang.measure.tasks.rules.items import read_item

from .archive import too_large
from .texts import plain

CHILD = Path(__file__).with_name("_pdf_child.py")
SECONDS, TOO_LARGE = 30, 4
ENVIRONMENT = {"LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"}
_ENDS = (".", ";", ":", "?")


def blocks_of_pdf(content: bytes) -> list[Block]:
    """The paragraphs page by page; DecisionTooLarge, DecisionUnreadable, NoTextInside for a scan."""
    return blocks_of_pages(_pages(content))


def blocks_of_pages(pages: list[str]) -> list[Block]:
    """The paragraphs of what each page says; NoTextInside where none says anything."""
    if pages and not any(page.strip() for page in pages):
        raise NoTextInside
    return [
        Block(f"page:{number}:{place}", (text,))
        for number, page in enumerate(pages, 1)
        for place, text in enumerate(_paragraphs(page), 1)
    ]


def _pages(content: bytes) -> list[str]:
    try:
        done = subprocess.run(  # noqa: S603 - our own program, without a shell
            [sys.executable, "-I", str(CHILD)],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            env=ENVIRONMENT,
            cwd=Path("/"),
            check=False,
        )
    except subprocess.TimeoutExpired as fault:
        raise DecisionUnreadable from fault
    if done.returncode == TOO_LARGE:
        raise too_large()
    if done.returncode:
        raise DecisionUnreadable
    try:
        pages: list[str] = json.loads(done.stdout)
    except ValueError as fault:
        raise DecisionUnreadable from fault
    return pages


def _paragraphs(page: str) -> Iterator[str]:
    """Lines put together: a new paragraph begins with a number, after an end, or after an empty line."""
    held: list[str] = []
    for line in [*page.splitlines(), ""]:
        text = plain(line)
        begins = not text or bool(_begins(text)) or bool(held and held[-1].endswith(_ENDS))
        if begins and held:
            yield plain(" ".join(held))
            held = []
        if text:
            held.append(text)


def _begins(text: str) -> bool:
    item = read_item(text)
    return item.depth < 9 and (not item.number.isdigit() or len(item.number) <= 3)
