"""Object to a figure that the system computed."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.measure.index.enums import SheetState
from nentang.measure.index.errors import CriterionNotComputed, ReasonMissing
from nentang.measure.index.models import Answer
from nentang.measure.index.permissions import check_reports
from nentang.measure.index.queries.computed import is_counted

from ._sheet import answer_to, check_state, criterion, note, sheet_to_change


@transaction.atomic
def object_to_figure(
    *, sheet_code: str, criterion_code: str, reason: str, actor: Actor, at: datetime
) -> Answer:
    """The answer with the objection, for the appraiser to decide; the figure itself stays as it was counted.

    Raises SheetNotFound, NotReporter, WrongStage, CriterionNotAsked, CriterionNotComputed, ReasonMissing.
    """
    if not reason.strip():
        raise ReasonMissing
    sheet = sheet_to_change(sheet_code)
    check_reports(actor, sheet)
    check_state(sheet, SheetState.ANSWERING, SheetState.EXPLAINING)
    node = criterion(sheet, criterion_code)
    if not is_counted(node):
        raise CriterionNotComputed
    answer = answer_to(sheet, node.code)
    answer.objection = reason.strip()[:1000]
    answer.save(update_fields=["objection"])
    sheet.reporter_id = actor.account_id
    sheet.save(update_fields=["reporter"])
    note(sheet, "object_to_figure", actor=actor, at=at, criterion=node.code)
    return answer
