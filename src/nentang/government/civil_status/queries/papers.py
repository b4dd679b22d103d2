"""Reads of paper books and their lines."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Q

from nentang.foundation.audit.public import OneOf
from nentang.government.civil_status.enums import LineState
from nentang.government.civil_status.errors import BookNotFound, LineNotFound
from nentang.government.civil_status.models import PaperBook, PaperLine
from nentang.kernel.frozen import Frozen


class BookProgress(Frozen):
    """A paper book and how far it is typed."""

    book: PaperBook
    entered: int
    unreadable: int
    typed: int
    different: int

    @property
    def key(self) -> str:
        """Tells it from others on a page."""
        return str(self.book.pk)

    @property
    def settled(self) -> int:
        """Lines that nobody has to look at again."""
        return self.entered + self.unreadable


def paper_book(book_id: int, organization_ids: Sequence[int]) -> PaperBook:
    """The book; BookNotFound for other bodies."""
    found = PaperBook.objects.filter(pk=book_id, organization__in=organization_ids).first()
    if found is None:
        raise BookNotFound
    return found


def paper_books(
    organization_ids: Sequence[int], *, before_id: int | None = None, limit: int = 20
) -> list[BookProgress]:
    """The paper books of those bodies, the latest opened first."""
    rows = PaperBook.objects.filter(organization__in=organization_ids)
    if before_id:
        rows = rows.filter(id__lt=before_id)
    return _with_progress(list(rows.order_by("-id")[:limit]))


def progress_of(book: PaperBook) -> BookProgress:
    """How far the book is."""
    return _with_progress([book])[0]


def _with_progress(books: list[PaperBook]) -> list[BookProgress]:
    rows = PaperLine.objects.filter(book__in=[book.pk for book in books]).values("book")
    counts = rows.annotate(
        **{state.value: Count("id", filter=Q(state=state)) for state in LineState}
    )
    by_book: dict[Any, dict[str, Any]] = {row["book"]: dict(row) for row in counts}
    none = dict.fromkeys((state.value for state in LineState), 0)
    return [BookProgress(**(by_book.get(book.pk, none) | {"book": book})) for book in books]


def line_of(book: PaperBook, number: int) -> PaperLine | None:
    """The line, where somebody has typed it; LineNotFound for a number that the book has not."""
    if not book.first <= number < book.first + book.lines:
        raise LineNotFound
    return PaperLine.objects.filter(book=book, number=number).first()


def next_line(book: PaperBook, account_id: int | None) -> int | None:
    """The next line for this officer: the first that nobody typed, else one that somebody else typed."""
    typed = set(PaperLine.objects.filter(book=book).values_list("number", flat=True))
    numbers = range(book.first, book.first + book.lines)
    if new := next((number for number in numbers if number not in typed), None):
        return new
    return next_to_check(book, account_id)


def next_to_check(book: PaperBook, account_id: int | None) -> int | None:
    """The first line that this officer may type a second time; None where there is none."""
    rows = PaperLine.objects.filter(book=book, state=LineState.TYPED).exclude(first_by=account_id)
    return rows.order_by("number").values_list("number", flat=True).first()


def lines_to_settle(book: PaperBook, *, after: int = 0, limit: int = 20) -> list[PaperLine]:
    """Lines that wait for a second pair of eyes, in the order of the book."""
    rows = PaperLine.objects.filter(
        OneOf("state", (LineState.TYPED, LineState.DIFFERENT)), book=book, number__gt=after
    )
    return list(rows.select_related("first_by__person").order_by("number")[:limit])
