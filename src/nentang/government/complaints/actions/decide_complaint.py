"""Decide a complaint: right, partly right or wrong, why, and what follows for the dossier."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import override

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance
from nentang.foundation.documents.public import IssuedDocument, issue_document
from nentang.foundation.facts.public import record_fact
from nentang.foundation.outbox.public import publish
from nentang.government.complaints.enums import Outcome, Remedy, Verdict
from nentang.government.complaints.errors import ReasonMissing, VerdictMissing
from nentang.government.complaints.events import ComplaintDecided
from nentang.government.complaints.indicators import COMPLAINT_DECIDED
from nentang.government.complaints.models import Complaint
from nentang.government.complaints.permissions import check_handles, involved_in
from nentang.government.complaints.queries import complaint_to_change, decision_matter
from nentang.government.complaints.registry import DECISION
from nentang.government.complaints.rules.decision import decision_paper

from ._explanations import drop_explanations

TITLE = "Quyết định giải quyết khiếu nại"


def decide_complaint(
    *, code: str, verdict: str, remedy: str, reasons: str, actor: Actor, at: datetime
) -> Complaint:
    """The complaint, decided with a signed paper that the person gets; no explanation is waited for.

    Raises VerdictMissing, ReasonMissing, NotYourComplaint, WorkedOnIt, StepNotPossible.
    """
    if verdict not in Verdict.values or remedy not in Remedy.values:
        raise VerdictMissing
    if not reasons.strip():
        raise ReasonMissing
    with transaction.atomic():
        complaint = complaint_to_change(code)
        check_handles(actor, complaint, "decide", at=at)
        advance(
            complaint,
            "decide",
            actor=actor,
            at=at,
            public_note=reasons,
            verdict=Verdict(verdict),
            remedy=Remedy(remedy),
            reasons=reasons,
            decided_at=at,
            outcome=Outcome.DECIDED,
        )
        drop_explanations(complaint, actor=actor, at=at)
        complaint.decision = _issue(complaint, actor, at)
        complaint.save(update_fields=["decision"])
        _tell(complaint, at)
    return complaint


def _issue(complaint: Complaint, actor: Actor, at: datetime) -> IssuedDocument:
    is_same = actor.account_id in involved_in(complaint)
    with override("vi"):  # the paper's language, whatever its issuer reads
        content = decision_paper(decision_matter(complaint), decided_by_same=is_same)
    return issue_document(
        kind=DECISION,
        title=TITLE,
        template="documents.paper",
        data={"heading": TITLE, **content},
        number=complaint.code,
        organization_id=complaint.case.holder_id,
        subject=f"complaint:{complaint.pk}",
        person_id=complaint.complainant_id,
        actor=actor,
        at=at,
    )


def _tell(complaint: Complaint, at: datetime) -> None:
    publish(
        ComplaintDecided(
            complaint_id=complaint.pk,
            code=complaint.code,
            dossier_code=complaint.dossier.code,
            verdict=str(complaint.verdict),
            remedy=str(complaint.remedy),
            settled_by_id=complaint.case.holder_id,
        ),
        at=at,
        key=complaint.code,
    )
    record_fact(
        COMPLAINT_DECIDED,
        at=at,
        organization_id=complaint.case.holder_id,
        unit_code=complaint.case.unit_code,
        about=str(complaint.about),
        instance=int(complaint.instance),
        verdict=str(complaint.verdict),
        in_time=complaint.resolve_by is None or at <= complaint.resolve_by,
    )
