"""Open a sheet again to correct what was found, after the appraisal or after publication."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import move_case
from nentang.measure.index.enums import SheetState
from nentang.measure.index.errors import ReasonMissing
from nentang.measure.index.models import Sheet
from nentang.measure.index.permissions import check_appraises

from ._sheet import check_state, note, sheet_to_change


@transaction.atomic
def correct_sheet(*, sheet_code: str, reason: str, actor: Actor, at: datetime) -> Sheet:
    """The sheet, to be appraised again. What was published stays; a later version may say otherwise.

    Raises SheetNotFound, NotAppraiser, WrongStage, ReasonMissing.
    """
    if not reason.strip():
        raise ReasonMissing
    sheet = sheet_to_change(sheet_code)
    check_appraises(actor, sheet)
    check_state(sheet, SheetState.APPRAISED, SheetState.PUBLISHED)
    step = "correct" if sheet.case.state == SheetState.APPRAISED else "reopen"
    sheet.round.publications.filter(published_at=None).delete()
    move_case(case=sheet.case, step=step, actor=actor, at=at, note=reason.strip()[:1000])
    note(sheet, "correct_sheet", actor=actor, at=at)
    return sheet
