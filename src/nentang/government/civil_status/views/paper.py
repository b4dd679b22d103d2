"""Paper books: which there are, and typing them line by line with the keyboard alone."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.civil_status.actions import (
    mark_unreadable,
    open_paper_book,
    settle_line,
    type_line,
)
from nentang.government.civil_status.enums import LineState
from nentang.government.civil_status.forms import LineForm, NoteForm, PaperBookForm
from nentang.government.civil_status.models import PaperBook, PaperLine
from nentang.government.civil_status.permissions import bodies_of
from nentang.government.civil_status.queries import (
    line_of,
    lines_to_settle,
    next_line,
    next_to_check,
    paper_book,
    paper_books,
    progress_of,
)
from nentang.government.civil_status.registry import BOOKS, REGISTERED, BookField
from nentang.kernel import clock
from nentang.kernel.errors import DomainError
from nentang.kernel.text import whole_number

from .desk import desk_crumb

SHOWN = 20


@for_officer("registrar")
def books_page(request: PageRequest) -> HttpResponse:
    """Paper books of the officer's bodies with their progress; another may be opened."""
    bodies = bodies_of(request.actor)
    form, error = PaperBookForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            book = open_paper_book(
                **form.cleaned_data,
                organization_id=bodies[0],
                actor=request.actor,
                at=clock.now(),
            )
        except DomainError as refused:
            error = refused.sentence
        else:
            return redirect("civil_status:paper_book", number=book.pk)
    before = whole_number(request.GET.get("truoc", ""))
    rows = paper_books(bodies, before_id=before, limit=SHOWN + 1)
    context = {
        "form": form,
        "error": error,
        "rows": rows[:SHOWN],
        "older_url": f"?truoc={rows[SHOWN - 1].book.pk}" if len(rows) > SHOWN else "",
        "crumbs": [desk_crumb()],
    }
    status = 422 if error or form.errors else 200
    return render(request, "civil_status/paper_books.html", context, status=status)


@require_safe
@for_officer("registrar")
def book_page(request: PageRequest, number: int) -> HttpResponse:
    """How far a book is, and which lines wait for a second pair of eyes."""
    book = paper_book(number, bodies_of(request.actor))
    after = whole_number(request.GET.get("sau", "")) or 0
    lines = lines_to_settle(book, after=after, limit=SHOWN + 1)
    context = {
        "book": book,
        "progress": progress_of(book),
        "lines": lines[:SHOWN],
        "next": next_line(book, request.actor.account_id),
        "to_check": next_to_check(book, request.actor.account_id),
        "older_url": f"?sau={lines[SHOWN - 1].number}" if len(lines) > SHOWN else "",
        "account_id": request.actor.account_id,
        "crumbs": _crumbs(),
    }
    return render(request, "civil_status/paper_book.html", context)


@require_safe
@for_officer("registrar")
def next_page(request: PageRequest, number: int) -> HttpResponse:
    """The next line that this officer may type; the book where there is none."""
    book = paper_book(number, bodies_of(request.actor))
    line = next_line(book, request.actor.account_id)
    if line is None:
        return redirect("civil_status:paper_book", number=number)
    return redirect("civil_status:line", number=number, line=line)


@for_officer("registrar")
def line_page(request: PageRequest, number: int, line: int) -> HttpResponse:
    """Type the line: for the first time, blindly for the second, or settle where both differ."""
    book = paper_book(number, bodies_of(request.actor))
    known = line_of(book, line)
    is_settling = known is not None and known.state == LineState.DIFFERENT
    if request.method != "POST":
        form = LineForm(book.kind, initial=_own(book, known, request.actor.account_id))
        return _show(request, book, line, known, form)
    form, error = LineForm(book.kind, request.POST), ""
    if form.is_valid():
        try:
            act = settle_line if is_settling else type_line
            act(
                book=book,
                number=line,
                typed=form.typed(),
                actor=request.actor,
                at=clock.now(),
            )
        except DomainError as refused:
            error = refused.sentence
        else:
            return redirect("civil_status:next_line", number=number)
    return _show(request, book, line, known, form, error)


@require_POST
@for_officer("registrar")
def unreadable(request: PageRequest, number: int, line: int) -> HttpResponse:
    """Mark the line as unreadable, and go on with the next."""
    book = paper_book(number, bodies_of(request.actor))
    form, error = NoteForm(request.POST), ""
    if form.is_valid():
        try:
            mark_unreadable(
                book=book,
                number=line,
                note=form.cleaned_data["note"],
                actor=request.actor,
                at=clock.now(),
            )
        except DomainError as refused:
            error = refused.sentence
        else:
            return redirect("civil_status:next_line", number=number)
    known = line_of(book, line)
    shown = LineForm(book.kind, initial=_own(book, known, request.actor.account_id))
    return _show(request, book, line, known, shown, error or _("Ghi vì sao không đọc được."))


def _own(book: PaperBook, line: PaperLine | None, account_id: int | None) -> dict[str, str]:
    """What this officer typed before; of two readings the second. Never what another typed first."""
    if line is None or line.state == LineState.UNREADABLE:
        return {}
    if line.state == LineState.DIFFERENT:
        return _as_typed(book, line.second)
    return _as_typed(book, line.first) if line.first_by_id == account_id else {}


def _fields(book: PaperBook) -> list[BookField]:
    return [REGISTERED, *BOOKS[book.kind].fields]


def _as_typed(book: PaperBook, values: dict[str, str]) -> dict[str, str]:
    return {
        each.name: values.get(each.name, "")
        if each.way.name.startswith("choice")
        else each.way.shown(values.get(each.name, ""))
        for each in _fields(book)
    }


def _show(
    request: PageRequest,
    book: PaperBook,
    number: int,
    line: PaperLine | None,
    form: LineForm,
    error: str = "",
) -> HttpResponse:
    context: dict[str, Any] = {
        "book": book,
        "number": number,
        "line": line,
        "form": form,
        "note": NoteForm(),
        "error": error,
        "differences": _differences(book, line),
        "is_second": line is not None
        and line.state == LineState.TYPED
        and line.first_by_id != request.actor.account_id,
        "progress": progress_of(book),
        "crumbs": [*_crumbs(), _book_crumb(book)],
    }
    status = 422 if error or form.errors else 200
    return render(request, "civil_status/line.html", context, status=status)


def _differences(book: PaperBook, line: PaperLine | None) -> list[tuple[object, str, str]]:
    """Columns that two people read differently, with both readings."""
    if line is None or line.state != LineState.DIFFERENT:
        return []
    return [
        (
            each.title,
            each.way.shown(line.first.get(each.name, "")),
            each.way.shown(line.second.get(each.name, "")),
        )
        for each in _fields(book)
        if line.first.get(each.name, "") != line.second.get(each.name, "")
    ]


def _crumbs() -> list[dict[str, str]]:
    return [desk_crumb(), {"label": _("Sổ giấy"), "url": reverse("civil_status:paper_books")}]


def _book_crumb(book: PaperBook) -> dict[str, str]:
    label = f"{book.get_kind_display()} {book.year}"
    return {"label": label, "url": reverse("civil_status:paper_book", args=[book.pk])}
