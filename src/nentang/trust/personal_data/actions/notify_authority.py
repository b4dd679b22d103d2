"""Tell the authority of a breach, by a signed paper."""

from datetime import datetime
from typing import Any

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.documents.public import issue_document
from nentang.foundation.facts.public import record_fact
from nentang.foundation.holdings.public import holding_of
from nentang.foundation.organizations.public import organization
from nentang.kernel.clock import VIETNAM, legal_day
from nentang.trust.personal_data.errors import BreachNotFound, ToldAlready
from nentang.trust.personal_data.indicators import AUTHORITY_TOLD
from nentang.trust.personal_data.models import Breach
from nentang.trust.personal_data.permissions import check_breach_is_ours
from nentang.trust.personal_data.registry import NOTICE
from nentang.trust.personal_data.rules.breaches import notice_on


@transaction.atomic
def notify_authority(*, code: str, actor: Actor, at: datetime) -> Breach:
    """The breach with its notice, which the worker signs. BreachNotFound, ToldAlready."""
    breach = Breach.objects.select_for_update().filter(code=code).first()
    if breach is None:
        raise BreachNotFound
    check_breach_is_ours(actor, breach)
    if breach.notice_id:
        raise ToldAlready
    breach.notice = issue_document(
        kind=NOTICE,
        title="Thông báo vi phạm dữ liệu cá nhân",
        template="documents.paper",
        data=_printed(breach, actor),
        organization_id=breach.organization_id,
        subject=f"breach:{breach.pk}",
        person_id=None,
        actor=actor,
        at=at,
    )
    breach.notified_at = at
    breach.save(update_fields=["notice", "notified_at"])
    _tell(breach, actor, at)
    return breach


def _printed(breach: Breach, actor: Actor) -> dict[str, Any]:
    law = notice_on(legal_day(breach.found_at))
    holdings = [holding for label in breach.places if (holding := holding_of(label))]
    return {
        "heading": "Thông báo",
        "about": "Về vi phạm dữ liệu cá nhân",
        "paragraphs": [
            f"Kính gửi: {law.value.authority}.",
            f"Thực hiện {law.citation}, cơ quan thông báo vụ việc sau.",
            breach.what,
            f"Biện pháp đã và đang làm: {breach.measures}",
        ],
        "rows": [
            ["Mã vụ việc", breach.code],
            ["Phát hiện lúc", f"{breach.found_at.astimezone(VIETNAM):%H:%M ngày %d/%m/%Y}"],
            ["Số người có dữ liệu bị ảnh hưởng", str(breach.people)],
            ["Loại dữ liệu", ", ".join(str(holding.title) for holding in holdings)],
        ],
        "signer_role": "Người phụ trách bảo vệ dữ liệu cá nhân",
        "signer_name": actor.name,
    }


def _tell(breach: Breach, actor: Actor, at: datetime) -> None:
    record(
        actor=actor,
        action="personal_data.notify_authority",
        subject=f"breach:{breach.pk}",
        organization_id=breach.organization_id,
        at=at,
    )
    record_fact(
        AUTHORITY_TOLD,
        at=at,
        organization_id=breach.organization_id,
        unit_code=organization(breach.organization_id).unit_code,
        on_time=breach.was_told_in_time,
        hours=int((at - breach.found_at).total_seconds() // 3600),
    )
