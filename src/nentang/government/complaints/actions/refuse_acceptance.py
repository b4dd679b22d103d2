"""Do not accept a complaint, with the reason."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.government.complaints.enums import Outcome
from nentang.government.complaints.errors import ReasonMissing
from nentang.government.complaints.models import Complaint
from nentang.government.complaints.permissions import check_handles
from nentang.government.complaints.queries import complaint_to_change

from ._notice import issue_notice


def refuse_acceptance(*, code: str, reason: str, actor: Actor, at: datetime) -> Complaint:
    """The complaint, not accepted; a notice says why (Law on Complaints 2011, article 27).

    Raises ReasonMissing, NotYourComplaint, WorkedOnIt, StepNotPossible, ChangedMeanwhile.
    """
    if not reason.strip():
        raise ReasonMissing
    with transaction.atomic():
        complaint = complaint_to_change(code)
        check_handles(actor, complaint, "refuse_acceptance", at=at)
        advance(
            complaint,
            "refuse_acceptance",
            actor=actor,
            at=at,
            public_note=reason,
            outcome=Outcome.NOT_ACCEPTED,
        )
        issue_notice(complaint, reason=reason, actor=actor, at=at)
    return complaint
