"""Submit a sheet to whoever appraises it."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import forward_case, move_case
from nentang.measure.index.enums import SheetState
from nentang.measure.index.errors import EvidenceMissing
from nentang.measure.index.models import Sheet
from nentang.measure.index.permissions import check_reports
from nentang.measure.index.queries.computed import is_counted

from ._sheet import check_state, criterion, note, sheet_to_change


@transaction.atomic
def submit_sheet(*, sheet_code: str, actor: Actor, at: datetime) -> Sheet:
    """The sheet, with the appraising body from now on; every claim that is not counted has its evidence.

    Raises SheetNotFound, NotReporter, WrongStage, EvidenceMissing.
    """
    sheet = sheet_to_change(sheet_code)
    check_reports(actor, sheet)
    check_state(sheet, SheetState.ANSWERING)
    bare = [
        node.name.vi
        for answer in sheet.replies.exclude(claimed="").prefetch_related("evidence")
        if not is_counted(node := criterion(sheet, answer.code))
        and node.needs_evidence
        and not answer.evidence.all()
    ]
    if bare:
        raise EvidenceMissing(names=", ".join(bare))
    sheet.reporter_id = actor.account_id
    sheet.save(update_fields=["reporter"])
    move_case(case=sheet.case, step="submit", actor=actor, at=at)
    forward_case(
        case=sheet.case,
        organization_id=sheet.round.appraised_by_id,
        note="",
        actor=actor,
        at=at,
    )
    note(sheet, "submit_sheet", actor=actor, at=at)
    return sheet
