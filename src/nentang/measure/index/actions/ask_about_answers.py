"""Ask a body to explain some of its answers."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import forward_case, move_case
from nentang.measure.index.enums import SheetState
from nentang.measure.index.errors import ReasonMissing
from nentang.measure.index.models import Sheet
from nentang.measure.index.permissions import check_appraises

from ._sheet import answer_to, check_state, criterion, note, sheet_to_change


@transaction.atomic
def ask_about_answers(
    *, sheet_code: str, questions: Mapping[str, str], actor: Actor, at: datetime
) -> Sheet:
    """The sheet, back with its body, with a question at each criterion named.

    Raises SheetNotFound, NotAppraiser, WrongStage, CriterionNotAsked, ReasonMissing (no question).
    """
    asked = {code: text.strip() for code, text in questions.items() if text.strip()}
    if not asked:
        raise ReasonMissing
    sheet = sheet_to_change(sheet_code)
    check_appraises(actor, sheet)
    check_state(sheet, SheetState.APPRAISING)
    for code, text in asked.items():
        answer = answer_to(sheet, criterion(sheet, code).code)
        answer.question, answer.explanation = text[:1000], ""
        answer.save(update_fields=["question", "explanation"])
    move_case(case=sheet.case, step="ask", actor=actor, at=at)
    forward_case(
        case=sheet.case, organization_id=sheet.organization_id, note="", actor=actor, at=at
    )
    note(sheet, "ask_about_answers", actor=actor, at=at, criteria=sorted(asked))
    return sheet
