"""What people say when they enter a decision, mend a row, hand a task on, or show a result."""

from datetime import date

from nentang.kernel.frozen import Frozen

FIRST_YEAR, LAST_YEAR = 2015, 2050


class DecisionHead(Frozen):
    """What stands at the head of a decision, and which body follows it up."""

    organization_id: int
    symbol: str
    title: str
    issuer: str
    decided_on: date
    is_public: bool = True


class RowWords(Frozen):
    """A proposed task as somebody mended it."""

    item: str
    area: str
    text: str
    lead_id: int | None
    support_ids: tuple[int, ...]
    output: str
    due_kind: str
    due_on: date | None


class Part(Frozen):
    """What one body below is to do of a task, and by when."""

    lead_id: int
    text: str
    due_on: date | None


class Shown(Frozen):
    """What shows that a task is done: one of a file, an indicator, a page; the others are empty."""

    words: str
    file_id: int | None = None
    indicator: str = ""
    page_url: str = ""


class Paper(Frozen):
    """The decision by which a committee or a plan stands, with where it can be read."""

    symbol: str
    decided_on: date
    page_url: str = ""
    file_id: int | None = None


def is_address(text: str) -> bool:
    """Whether it is a page of this site or one elsewhere over https, and nothing else."""
    is_here = text.startswith("/") and not text.startswith(("//", "/\\"))
    is_plain = all(each.isprintable() and not each.isspace() for each in text)
    return len(text) <= 500 and is_plain and (is_here or text.startswith("https://"))
