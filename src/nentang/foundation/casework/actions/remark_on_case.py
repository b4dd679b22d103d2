"""Write on the line in time of a case what happened to it without moving it."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.models import Case
from nentang.foundation.casework.permissions import check_works_here

from ._change import change, write_down


def remark_on_case(
    *, case: Case, actor: Actor, at: datetime, note: str = "", public_note: str = ""
) -> Case:
    """The case with the remark as its latest entry, also where it is closed; NotInThisOffice, ChangedMeanwhile."""
    check_works_here(actor, case)
    with transaction.atomic(savepoint=False):
        change(case)
        write_down(case, "remark", actor, at, note=note, public_note=public_note)
    return case
