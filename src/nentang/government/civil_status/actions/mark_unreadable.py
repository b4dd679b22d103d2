"""Mark a line of a paper book as unreadable."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nentang.agreements.actor import Actor
from nentang.government.civil_status.enums import LineState
from nentang.government.civil_status.errors import EntryUnreadable, LineSettled
from nentang.government.civil_status.models import PaperBook, PaperLine
from nentang.government.civil_status.permissions import check_keeps_books
from nentang.government.civil_status.queries import line_of

from ._lines import finish, tell

OPEN = (LineState.TYPED, LineState.DIFFERENT)


@transaction.atomic
def mark_unreadable(
    *, book: PaperBook, number: int, note: str, actor: Actor, at: datetime
) -> PaperLine:
    """The line, which nobody can read; `note` says what is left of it.

    Raises NotYourRegister, EntryUnreadable, LineNotFound, LineSettled.
    """
    check_keeps_books(actor, book.organization_id)
    if not note.strip():
        raise EntryUnreadable(column=_("Vì sao không đọc được"), rule=_("ghi rách, mờ, mất trang…"))
    line_of(book, number)
    line, is_new = PaperLine.objects.select_for_update().get_or_create(
        book=book,
        number=number,
        defaults={
            "state": LineState.UNREADABLE,
            "first_by_id": actor.account_id,
            "typed_at": at,
        },
    )
    if not is_new and line.state not in OPEN:
        raise LineSettled
    line.state, line.note = LineState.UNREADABLE, note.strip()[:200]
    finish(book, line, agreed=True, at=at)
    tell(book, line, "mark_unreadable", actor, at)
    return line
