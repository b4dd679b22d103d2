"""Enter the steering committee of a ministry or province in the register."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.kernel.clock import legal_day
from nentang.measure.tasks.models import Committee
from nentang.measure.tasks.rules.intake import Paper

from ._steering import body_for, check_paper, link_paper


@transaction.atomic
def record_committee(
    *, organization_id: int, paper: Paper, head_office: str, actor: Actor, at: datetime
) -> Committee:
    """The committee that stands from now on; the one before it is kept as replaced.

    `head_office` is an office, not a person. Raises BodyUnknown, NotYourTask, CommitteeIncomplete,
    AddressWrong, FileNotFound, FileInUse.
    """
    body = body_for(actor, organization_id, at)
    check_paper(paper, legal_day(at), head_office)
    Committee.objects.select_for_update().filter(organization=body, replaced_at=None).update(
        replaced_at=at
    )
    committee = Committee.objects.create(
        organization=body,
        symbol=paper.symbol.strip()[:40],
        decided_on=paper.decided_on,
        head_office=head_office.strip()[:120],
        page_url=paper.page_url,
        file_id=paper.file_id,
        recorded_at=at,
    )
    link_paper(paper, f"steering_committee:{committee.pk}", body, actor, at)
    record(
        actor=actor,
        action="tasks.record_committee",
        subject=f"steering_committee:{committee.pk}",
        organization_id=body.pk,
        at=at,
    )
    return committee
