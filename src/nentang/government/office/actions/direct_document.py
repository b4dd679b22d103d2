"""Direct a document: who leads the work, who helps, what to do, by when."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import (
    advance,
    assign_case,
    set_term,
    tell_officers,
    term_end,
)
from nentang.government.office.errors import (
    InstructionMissing,
    LeadMissing,
    NotAColleague,
    TooManyColleagues,
)
from nentang.government.office.models import IncomingDocument
from nentang.government.office.permissions import check_takes
from nentang.government.office.queries import incoming_to_change, is_colleague
from nentang.government.office.registry import GIVEN, OFFICE_ROLES
from nentang.government.office.rules.draft import MOST_HELPERS
from nentang.government.office.rules.terms import check_due_day
from nentang.kernel.clock import legal_day

from ._register import tell_sender
from ._tasks import ask_helpers


@transaction.atomic
def direct_document(
    *,
    code: str,
    lead_id: int | None,
    helper_ids: Sequence[int],
    instruction: str,
    due_on: date | None,
    actor: Actor,
    at: datetime,
) -> IncomingDocument:
    """The document with one lead and whoever helps, each with it in their inbox; also to direct it anew.

    Raises InstructionMissing, LeadMissing, DueDayWrong, NotAColleague, TooManyColleagues, NotYourStep,
    StepNotPossible, ChangedMeanwhile.
    """
    document = incoming_to_change(code)
    step = "redirect" if document.case.state == "in_work" else "direct"
    check_takes(actor, document.case, step)
    helpers = [each for each in dict.fromkeys(helper_ids) if each != lead_id]
    _check(document, lead_id, helpers, instruction, due_on, at)
    assert due_on is not None  # noqa: S101 - just checked
    advance(document, step, actor=actor, at=at, note=instruction, instruction=instruction.strip())
    assign_case(case=document.case, account_id=lead_id, actor=actor, at=at)
    today = legal_day(at)
    due_at = term_end(today, (due_on - today).days)
    set_term(case=document.case, due_at=due_at, actor=actor, at=at)
    tell_officers(case_id=document.case.pk, template=GIVEN, to_heads=False, at=at)
    ask_helpers(document, helpers, due_at, actor=actor, at=at)
    tell_sender(document, step, at)
    return document


def _check(
    document: IncomingDocument,
    lead_id: int | None,
    helpers: list[int],
    instruction: str,
    due_on: date | None,
    at: datetime,
) -> None:
    if not instruction.strip():
        raise InstructionMissing
    if lead_id is None:
        raise LeadMissing
    if len(helpers) > MOST_HELPERS:
        raise TooManyColleagues(most=MOST_HELPERS)
    today = legal_day(at)
    check_due_day(due_on, today)
    for each in (lead_id, *helpers):
        if not is_colleague(each, document.organization_id, *OFFICE_ROLES, on=today):
            raise NotAColleague
