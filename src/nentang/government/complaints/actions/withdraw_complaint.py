"""Withdraw a complaint that has not been decided."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.casework.public import advance
from nentang.government.complaints.enums import Outcome
from nentang.government.complaints.models import Complaint
from nentang.government.complaints.permissions import check_is_complainant
from nentang.government.complaints.queries import complaint_to_change

from ._explanations import drop_explanations


def withdraw_complaint(*, code: str, reason: str = "", actor: Actor, at: datetime) -> Complaint:
    """The complaint, withdrawn by whoever complained (Law on Complaints 2011, article 10).

    Raises ComplaintNotFound (not theirs), StepNotPossible, ChangedMeanwhile.
    """
    with transaction.atomic():
        complaint = complaint_to_change(code)
        check_is_complainant(actor, complaint)
        advance(
            complaint,
            "withdraw",
            actor=actor,
            at=at,
            public_note=reason,
            outcome=Outcome.WITHDRAWN,
        )
        drop_explanations(complaint, actor=SYSTEM, at=at)
    return complaint
