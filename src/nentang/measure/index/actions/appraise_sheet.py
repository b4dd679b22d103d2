"""Conclude the appraisal of a sheet."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import move_case
from nentang.kernel.frozen import Frozen
from nentang.measure.index.enums import SheetState
from nentang.measure.index.errors import AnswerRefused, ReasonMissing
from nentang.measure.index.models import Sheet
from nentang.measure.index.permissions import check_appraises
from nentang.measure.index.queries.computed import is_counted
from nentang.measure.index.queries.sheets import framework_of
from nentang.measure.index.rules.framework import Node
from nentang.measure.index.rules.tables import TableFault, read_answer

from ._sheet import answer_to, check_state, criterion, note, sheet_to_change


class Appraised(Frozen):
    """What the appraiser found of a criterion, and why."""

    value: str
    finding: str = ""


@transaction.atomic
def appraise_sheet(
    *, sheet_code: str, values: Mapping[str, Appraised], actor: Actor, at: datetime
) -> Sheet:
    """The sheet, appraised. What was claimed and not named here counts as it was counted, or not at all.

    A value that differs from the claim, or replaces what was counted, has its reason.
    Raises SheetNotFound, NotAppraiser, WrongStage, CriterionNotAsked, AnswerRefused, ReasonMissing.
    """
    sheet = sheet_to_change(sheet_code)
    check_appraises(actor, sheet)
    check_state(sheet, SheetState.APPRAISING)
    for code, found in values.items():
        _find(sheet, criterion(sheet, code), found)
    sheet.appraiser_id = actor.account_id
    sheet.save(update_fields=["appraiser"])
    move_case(case=sheet.case, step="appraise", actor=actor, at=at)
    note(sheet, "appraise_sheet", actor=actor, at=at, criteria=len(values))
    return sheet


def _find(sheet: Sheet, node: Node, found: Appraised) -> None:
    value, why = found.value.strip(), found.finding.strip()
    answer = answer_to(sheet, node.code)
    if value:
        try:
            read_answer(node, value[:81], framework_of(sheet.round), where=node.name.vi)
        except TableFault as fault:
            raise AnswerRefused(criterion=node.name.vi) from fault
    if value != ("" if is_counted(node) else answer.claimed) and not why:
        raise ReasonMissing
    answer.appraised, answer.finding = value[:80], why[:1000]
    answer.save(update_fields=["appraised", "finding"])
