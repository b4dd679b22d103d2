"""What entering a committee or a plan has in common: whose it is, the decision, its file."""

from datetime import date, datetime

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import link_file
from nentang.foundation.organizations.public import Organization
from nentang.kernel.clock import legal_day
from nentang.measure.tasks.errors import AddressWrong, BodyUnknown, CommitteeIncomplete
from nentang.measure.tasks.permissions import check_records
from nentang.measure.tasks.queries import body_to_record
from nentang.measure.tasks.rules.intake import Paper, is_address


def body_for(actor: Actor, organization_id: int, at: datetime) -> Organization:
    """The ministry or province, if the actor enters what is its; BodyUnknown, NotYourTask."""
    body = body_to_record(organization_id, legal_day(at))
    if body is None:
        raise BodyUnknown
    check_records(actor, body)
    return body


def check_paper(paper: Paper, today: date, office: str) -> None:
    """CommitteeIncomplete, AddressWrong."""
    if not paper.symbol.strip() or not office.strip() or paper.decided_on > today:
        raise CommitteeIncomplete
    if paper.page_url and not is_address(paper.page_url):
        raise AddressWrong


def link_paper(paper: Paper, subject: str, body: Organization, actor: Actor, at: datetime) -> None:
    """The file belongs to the register from now on."""
    if paper.file_id is not None:
        link_file(
            file_id=paper.file_id, subject=subject, organization_id=body.pk, actor=actor, at=at
        )
