"""Accept a complaint; from then on its second term runs."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance, set_term, term_end
from nentang.government.complaints.enums import Difficulty, Instance
from nentang.government.complaints.models import Complaint
from nentang.government.complaints.permissions import check_handles
from nentang.government.complaints.queries import complaint_to_change
from nentang.government.complaints.rules.terms import resolution_terms_on
from nentang.kernel.clock import legal_day

from ._notice import issue_notice


def accept_complaint(*, code: str, difficulty: Difficulty, actor: Actor, at: datetime) -> Complaint:
    """The complaint, accepted with a notice; to be decided within the days of the law for its instance and difficulty.

    Raises NotYourComplaint, WorkedOnIt, StepNotPossible, ChangedMeanwhile.
    """
    with transaction.atomic():
        complaint = complaint_to_change(code)
        check_handles(actor, complaint, "accept", at=at)
        today = legal_day(at)
        terms = resolution_terms_on(today, Instance(complaint.instance)).value
        resolve_by = term_end(today, terms.days(difficulty))
        advance(
            complaint,
            "accept",
            actor=actor,
            at=at,
            accepted_at=at,
            difficulty=difficulty,
            resolve_by=resolve_by,
        )
        set_term(case=complaint.case, due_at=resolve_by, actor=actor, at=at)
        issue_notice(complaint, actor=actor, at=at)
    return complaint
