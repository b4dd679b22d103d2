"""Settle a line that two people typed differently."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.civil_status.enums import LineState
from nentang.government.civil_status.errors import LineSettled, SecondPairOfEyes
from nentang.government.civil_status.models import PaperBook, PaperLine
from nentang.government.civil_status.permissions import check_keeps_books

from ._lines import enter_line, finish, tell, typed_values


@transaction.atomic
def settle_line(
    *, book: PaperBook, number: int, typed: Mapping[str, str], actor: Actor, at: datetime
) -> PaperLine:
    """The line, entered as it was read the third time, by anybody but the first typist.

    Raises NotYourRegister, EntryUnreadable, LineSettled, SecondPairOfEyes, NumberUsed.
    """
    check_keeps_books(actor, book.organization_id)
    values = typed_values(book, typed)
    line = PaperLine.objects.select_for_update().filter(book=book, number=number).first()
    if line is None or line.state != LineState.DIFFERENT:
        raise LineSettled
    if line.first_by_id == actor.account_id:
        raise SecondPairOfEyes
    finish(book, enter_line(book, line, values, actor, at), agreed=False, at=at)
    tell(book, line, "settle_line", actor, at)
    return line
