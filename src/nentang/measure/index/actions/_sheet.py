"""What the actions on sheets share: the locked sheet, the criterion, the audit."""

from datetime import datetime
from typing import Any

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.measure.index.enums import SheetState
from nentang.measure.index.errors import CriterionNotAsked, SheetNotFound, WrongStage
from nentang.measure.index.models import Answer, Sheet
from nentang.measure.index.queries.sheets import ASKED, framework_of
from nentang.measure.index.rules.framework import Node


def sheet_to_change(code: str) -> Sheet:
    """The sheet, locked until the transaction ends; SheetNotFound."""
    found = (
        Sheet.objects.select_for_update(of=("self",))
        .select_related("round", "case", "organization")
        .filter(code=code)
        .first()
    )
    if found is None:
        raise SheetNotFound
    return found


def check_state(sheet: Sheet, *states: SheetState) -> None:
    """WrongStage unless the sheet is in one of these states."""
    if sheet.case.state not in states:
        raise WrongStage


def criterion(sheet: Sheet, code: str) -> Node:
    """The criterion of that code; CriterionNotAsked where the sheet has none."""
    node = framework_of(sheet.round).node(code)
    if node is None or node.parts or node.source not in ASKED:
        raise CriterionNotAsked
    return node


def answer_to(sheet: Sheet, code: str) -> Answer:
    """The answer to a criterion, begun where there is none."""
    answer, _made = Answer.objects.get_or_create(sheet=sheet, code=code)
    return answer


def note(sheet: Sheet, action: str, *, actor: Actor, at: datetime, **details: Any) -> None:
    """The audit of what was done with the sheet."""
    record(
        actor=actor,
        action=f"index.{action}",
        subject=f"index_sheet:{sheet.pk}",
        organization_id=sheet.organization_id,
        at=at,
        details=details,
    )
