"""Type a line of a paper book: the first time, or the second by somebody else."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.civil_status.enums import LineState
from nentang.government.civil_status.errors import LineSettled
from nentang.government.civil_status.models import PaperBook, PaperLine
from nentang.government.civil_status.permissions import check_keeps_books
from nentang.government.civil_status.queries import line_of

from ._lines import enter_line, finish, tell, typed_values


@transaction.atomic
def type_line(
    *, book: PaperBook, number: int, typed: Mapping[str, str], actor: Actor, at: datetime
) -> PaperLine:
    """The line: waiting for a second typist, entered where both typed the same, or different.

    The second does not see what the first typed. Whoever typed first may correct that until then.
    Raises NotYourRegister, EntryUnreadable, LineNotFound, LineSettled, NumberUsed.
    """
    check_keeps_books(actor, book.organization_id)
    values = typed_values(book, typed)
    line_of(book, number)
    line, is_new = PaperLine.objects.get_or_create(
        book=book,
        number=number,
        defaults={
            "state": LineState.TYPED,
            "first": values,
            "first_by_id": actor.account_id,
            "typed_at": at,
        },
    )
    if not is_new:
        line = _again(book, line.pk, values, actor, at)
    tell(book, line, "type_line", actor, at)
    return line


def _again(
    book: PaperBook, line_id: int, values: dict[str, str], actor: Actor, at: datetime
) -> PaperLine:
    line = PaperLine.objects.select_for_update().get(pk=line_id)
    if line.state != LineState.TYPED:
        raise LineSettled
    if line.first_by_id == actor.account_id:
        line.first, line.typed_at = values, at
        line.save(update_fields=["first", "typed_at"])
        return line
    line.second, line.second_by_id = values, actor.account_id
    if line.first == values:
        return finish(book, enter_line(book, line, values, actor, at), agreed=True, at=at)
    line.state = LineState.DIFFERENT
    line.save(update_fields=["second", "second_by", "state"])
    return line
