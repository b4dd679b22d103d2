"""Explain what was asked about a sheet."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import forward_case, move_case
from nentang.measure.index.enums import SheetState
from nentang.measure.index.errors import ReasonMissing
from nentang.measure.index.models import Sheet
from nentang.measure.index.permissions import check_reports

from ._sheet import check_state, note, sheet_to_change


@transaction.atomic
def explain_answers(
    *, sheet_code: str, explanations: Mapping[str, str], actor: Actor, at: datetime
) -> Sheet:
    """The sheet, with the appraising body again; every open question has its explanation.

    Raises SheetNotFound, NotReporter, WrongStage, ReasonMissing (a question without explanation).
    """
    sheet = sheet_to_change(sheet_code)
    check_reports(actor, sheet)
    check_state(sheet, SheetState.EXPLAINING)
    for answer in sheet.replies.exclude(question="").filter(explanation=""):
        text = explanations.get(answer.code, "").strip()
        if not text:
            raise ReasonMissing
        answer.explanation = text[:2000]
        answer.save(update_fields=["explanation"])
    sheet.reporter_id = actor.account_id
    sheet.save(update_fields=["reporter"])
    move_case(case=sheet.case, step="explain", actor=actor, at=at)
    forward_case(
        case=sheet.case,
        organization_id=sheet.round.appraised_by_id,
        note="",
        actor=actor,
        at=at,
    )
    note(sheet, "explain_answers", actor=actor, at=at)
    return sheet
