"""Reads of work files."""

from collections.abc import Collection

from django.db.models import QuerySet

from nentang.government.office.errors import WorkFileNotFound
from nentang.government.office.models import IncomingDocument, OutgoingDocument, WorkFile
from nentang.kernel.frozen import Frozen
from nentang.kernel.text import fold

MOST_CONTENTS = 500


class Contents(Frozen):
    """The documents of a work file in the order in which they came to be."""

    incoming: list[IncomingDocument]
    outgoing: list[OutgoingDocument]


def work_files() -> QuerySet[WorkFile]:
    """Work files with what every page needs, in one query."""
    return WorkFile.objects.select_related("organization", "keeper__person")


def find_work_file(code: str) -> WorkFile:
    """The work file of that code; WorkFileNotFound. Asks no permission."""
    found = work_files().filter(code=code).first()
    if found is None:
        raise WorkFileNotFound
    return found


def work_files_of(
    bodies: Collection[int], *, words: str = "", before_id: int | None = None, limit: int = 30
) -> list[WorkFile]:
    """Work files of these bodies, newest first, a page by key; all words are in them, marks aside."""
    found = work_files().filter(organization__in=bodies).order_by("-id")
    for word in fold(words).split()[:10]:
        found = found.filter(folded__contains=word)
    if before_id:
        found = found.filter(id__lt=before_id)
    return list(found[:limit])


def open_work_files(organization_id: int) -> list[WorkFile]:
    """What a document of the body can be put into, newest first."""
    found = WorkFile.objects.filter(organization=organization_id, closed_at=None)
    return list(found.order_by("-id")[:100])


def contents_of(work_file: WorkFile) -> Contents:
    """Its documents with their cases; two queries."""
    incoming = work_file.incoming.select_related("case").prefetch_related("files")
    outgoing = work_file.outgoing.select_related("case", "paper")
    return Contents(
        list(incoming.order_by("id")[:MOST_CONTENTS]),
        list(outgoing.order_by("id")[:MOST_CONTENTS]),
    )


def unfinished_in(contents: Contents) -> str:
    """The code of a document that is still worked on; nothing where all are finished."""
    came = [each.code for each in contents.incoming if each.case.closed_at is None]
    went = [each.code for each in contents.outgoing if each.case.closed_at is None]
    return next(iter([*came, *went]), "")


def is_all_digital(contents: Contents) -> bool:
    """Whether nothing came on paper without being scanned; what leaves is always signed in the system."""
    return all(each.channel != "paper" or each.files.all() for each in contents.incoming)
