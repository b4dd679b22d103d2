"""Reads of incoming documents and of what colleagues do for them."""

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet

from nentang.government.office.errors import DocumentNotFound, TaskNotFound
from nentang.government.office.models import IncomingDocument, Task
from nentang.government.office.rules.terms import MOST_OF_A_MONTH, span_of_month
from nentang.kernel.text import fold


def incoming() -> QuerySet[IncomingDocument]:
    """Incoming documents with what every page needs, in one query."""
    return IncomingDocument.objects.select_related(
        "case__assignee__person", "case__holder", "organization", "work_file"
    )


def find_incoming(code: str) -> IncomingDocument:
    """The document of that code; DocumentNotFound. Asks no permission."""
    found = incoming().filter(code=code).first()
    if found is None:
        raise DocumentNotFound
    return found


def incoming_to_change(code: str) -> IncomingDocument:
    """As `find_incoming`, with its case only: what a step reads before it writes."""
    found = IncomingDocument.objects.select_related("case").filter(code=code).first()
    if found is None:
        raise DocumentNotFound
    return found


def incoming_by_origin(origin: str) -> IncomingDocument | None:
    """What the same delivery brought before, if anything."""
    return incoming().filter(origin=origin).first()


def incoming_of(
    bodies: Collection[int],
    *,
    words: str = "",
    state: str = "",
    before_id: int | None = None,
    limit: int = 30,
) -> list[IncomingDocument]:
    """Documents that came to these bodies, newest first, a page by key; all words are in them, marks aside."""
    found = incoming().filter(organization__in=bodies).order_by("-id")
    for word in fold(words).split()[:10]:
        found = found.filter(folded__contains=word)
    if state:
        found = found.filter(case__state=state)
    if before_id:
        found = found.filter(id__lt=before_id)
    return list(found[:limit])


def registered_in(organization_id: int, month: date) -> list[IncomingDocument]:
    """What the body registered in that month (its first day), as the book has it; at most MOST_OF_A_MONTH."""
    found = incoming().filter(
        organization=organization_id, registered_at__range=span_of_month(month)
    )
    return list(found.order_by("year", "book_number")[:MOST_OF_A_MONTH])


def find_task(code: str) -> Task:
    """The part given under that code; TaskNotFound. Asks no permission."""
    found = Task.objects.select_related("case__holder", "document__case", "account__person").filter(
        case__code=code
    )
    task = found.first()
    if task is None:
        raise TaskNotFound
    return task


def task_to_change(code: str) -> Task:
    """As `find_task`, with the case of the task only."""
    task = Task.objects.select_related("case", "document").filter(case__code=code).first()
    if task is None:
        raise TaskNotFound
    return task
