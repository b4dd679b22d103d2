"""The paper by which the person learns that a complaint was accepted or not; inside the action's transaction."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import IssuedDocument, issue_document
from nentang.government.complaints.models import Complaint
from nentang.government.complaints.queries import complaint_rows
from nentang.government.complaints.registry import NOTICE
from nentang.government.complaints.rules.notice import notice_paper


def issue_notice(
    complaint: Complaint, *, reason: str = "", actor: Actor, at: datetime
) -> IssuedDocument:
    """The notice of the body that settles it (Law on Complaints 2011, article 27), signed by the worker."""
    title, content = notice_paper(
        complaint_rows(complaint), until=complaint.resolve_by, reason=reason
    )
    return issue_document(
        kind=NOTICE,
        title=title,
        template="documents.paper",
        data={"heading": title, "about": f"Mã khiếu nại: {complaint.code}", **content},
        organization_id=complaint.case.holder_id,
        subject=f"complaint:{complaint.pk}",
        person_id=complaint.complainant_id,
        actor=actor,
        at=at,
    )
