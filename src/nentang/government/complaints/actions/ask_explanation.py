"""Ask the body complained about to explain."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import Case, advance, open_case, start_clock
from nentang.foundation.organizations.public import organization
from nentang.government.complaints.errors import AlreadyAsked, ReasonMissing
from nentang.government.complaints.models import Complaint, Explanation
from nentang.government.complaints.permissions import check_handles
from nentang.government.complaints.queries import complaint_to_change

MOST_DAYS = 30


def ask_explanation(
    *, code: str, question: str, working_days: int, actor: Actor, at: datetime
) -> Explanation:
    """The question to the body complained about, due in so many working days (1 to 30).

    The complaint's own term runs on. Whoever worked on the dossier may answer. Raises ReasonMissing,
    AlreadyAsked, NotYourComplaint, WorkedOnIt, StepNotPossible, ChangedMeanwhile.
    """
    if not question.strip():
        raise ReasonMissing
    with transaction.atomic():
        complaint = complaint_to_change(code)
        check_handles(actor, complaint, "ask_explanation", at=at)
        if complaint.explanations.filter(answered_at=None).exists():
            raise AlreadyAsked
        advance(complaint, "ask_explanation", actor=actor, at=at, note=question)
        case = _open_case(complaint, actor, at)
        days = min(max(working_days, 1), MOST_DAYS)
        start_clock(case=case, working_days=days, actor=actor, at=at)
        return Explanation.objects.create(
            complaint=complaint, case=case, question=question, asked_at=at
        )


def _open_case(complaint: Complaint, actor: Actor, at: datetime) -> Case:
    """Its number is the next of the complaint: one question is asked at a time."""
    return open_case(
        kind="complaint_explanation",
        code=f"{complaint.code}-GT{complaint.explanations.count() + 1}",
        organization_id=complaint.against_id,
        title=complaint.case.title.replace("Khiếu nại", "Giải trình", 1),
        applicant_person_id=complaint.complainant_id,
        applicant_name=complaint.case.applicant_name,
        channel="",
        unit_code=organization(complaint.against_id).unit_code,
        actor=actor,
        at=at,
    )
