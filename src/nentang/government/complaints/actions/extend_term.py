"""Take the longer term of a complex matter, once, with the reason."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance, set_term, term_end
from nentang.government.complaints.enums import Difficulty, Instance
from nentang.government.complaints.errors import AlreadyExtended, ReasonMissing
from nentang.government.complaints.models import Complaint
from nentang.government.complaints.permissions import check_handles
from nentang.government.complaints.queries import complaint_to_change
from nentang.government.complaints.rules.terms import resolution_terms_on
from nentang.kernel.clock import legal_day

HARDER = {
    Difficulty.PLAIN: Difficulty.COMPLEX,
    Difficulty.REMOTE: Difficulty.REMOTE_COMPLEX,
}


def extend_term(*, code: str, reason: str, actor: Actor, at: datetime) -> Complaint:
    """The complaint, due as a complex matter; its days still count from acceptance.

    Raises ReasonMissing, AlreadyExtended, NotYourComplaint, WorkedOnIt, StepNotPossible.
    """
    if not reason.strip():
        raise ReasonMissing
    with transaction.atomic():
        complaint = complaint_to_change(code)
        check_handles(actor, complaint, "extend", at=at)
        harder = HARDER.get(Difficulty(complaint.difficulty))
        if harder is None:
            raise AlreadyExtended
        day = legal_day(complaint.accepted_at or at)
        terms = resolution_terms_on(day, Instance(complaint.instance)).value
        resolve_by = term_end(day, terms.days(harder))
        advance(
            complaint,
            "extend",
            actor=actor,
            at=at,
            public_note=reason,
            difficulty=harder,
            resolve_by=resolve_by,
        )
        set_term(case=complaint.case, due_at=resolve_by, actor=actor, at=at)
    return complaint
